import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useQuestions } from "../data/use-questions.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { useSearch } from "../place/use-search.ts";
import { frameTexts } from "../texts/frame.ts";
import { groupKinds } from "./group-kinds.ts";
import styles from "./navigation.module.css";
import { NavigationEntry } from "./navigation-entry.tsx";
import { NavigationSection } from "./navigation-section.tsx";
import { sectionOf, sections } from "./section-of.ts";

/** The pages of a snapshot, kinds with counts and trouble. The namespaces chosen stay chosen from list to list. */
export function Navigation() {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const { data: kinds } = useQuery(questions.kinds());
  const { group, plural } = useRouteWords("group", "plural");
  const [{ ns }] = useSearch();
  const groups = useMemo(() => groupKinds(kinds ?? []), [kinds]);
  const search = { ns };
  const wanted = { group: group === "core" ? "" : group, plural };
  const { section: wantedSection } = sectionOf(wanted);
  const isThere = groups.sections
    .get(wantedSection)
    ?.some((kind) => kind.group === wanted.group && kind.plural === wanted.plural);
  const current = isThere ? wantedSection : undefined;
  return (
    <div className={styles.navigation}>
      <NavigationEntry name={frameTexts.overview} place={{ page: "overview" }} />
      {groups.nodes && <NavigationEntry name={frameTexts.nodes} kind={groups.nodes} />}
      {groups.namespaces && <NavigationEntry name={frameTexts.namespaces} kind={groups.namespaces} />}
      {sections.map((section) => {
        const list = groups.sections.get(section);
        if (!list) return null;
        return (
          <NavigationSection
            key={section}
            name={frameTexts[section]}
            kinds={list}
            byGroup={section === "custom"}
            search={search}
            isCurrent={current === section}
            opensAtFirst={section === "workloads"}
          />
        );
      })}
      <div className={styles.rule} />
      <NavigationEntry name={frameTexts.events} place={{ page: "events", search }} count={snapshot.counts.events} />
      <NavigationEntry name={frameTexts.logs} place={{ page: "logs" }} count={snapshot.counts.logStreams} />
      <NavigationEntry name={frameTexts.documents} place={{ page: "documents" }} />
      <NavigationEntry name={frameTexts.coverage} place={{ page: "coverage" }} />
    </div>
  );
}
