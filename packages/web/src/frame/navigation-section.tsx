import type { KindCount } from "@kubin/schema";
import { kindTitle } from "./kind-title.ts";
import { NavigationEntry } from "./navigation-entry.tsx";
import { NavigationFold } from "./navigation-fold.tsx";
import type { ExtraPage } from "./pages-of.ts";

interface NavigationSectionProps {
  name: string;
  kinds: readonly KindCount[];
  pages?: readonly ExtraPage[] | undefined;
  /** The kinds of each API group fold by themselves. */
  byGroup: boolean;
  /** The kind in it whose page one is on. */
  current: { group: string; plural: string } | undefined;
  opensAtFirst: boolean;
}

/** Kinds under a heading that folds. */
export function NavigationSection(props: NavigationSectionProps) {
  const { name, kinds, pages = [], byGroup, current, opensAtFirst } = props;
  return (
    <NavigationFold name={name} kinds={kinds} isCurrent={current !== undefined} opensAtFirst={opensAtFirst}>
      {byGroup
        ? [...membersOf(kinds)].map(([group, members]) => (
            <NavigationFold
              key={group}
              name={group}
              kinds={members}
              isCurrent={current?.group === group}
              opensAtFirst={false}
              nested
            >
              <Kinds kinds={members} depth={2} />
            </NavigationFold>
          ))
        : null}
      {!byGroup && <Kinds kinds={kinds} depth={1} />}
      {pages.map((page) => (
        <NavigationEntry key={page.name} name={page.name} place={page.place} depth={1} />
      ))}
    </NavigationFold>
  );
}

function membersOf(kinds: readonly KindCount[]): Map<string, KindCount[]> {
  const groups = new Map<string, KindCount[]>();
  for (const kind of kinds) groups.set(kind.group, [...(groups.get(kind.group) ?? []), kind]);
  return groups;
}

function Kinds({ kinds, depth }: { kinds: readonly KindCount[]; depth: number }) {
  return kinds.map((kind) => (
    <NavigationEntry key={`${kind.group}/${kind.plural}`} name={kindTitle(kind.kind)} kind={kind} depth={depth} />
  ));
}
