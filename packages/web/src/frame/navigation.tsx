import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { useQuestions } from "../data/use-questions.ts";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { namespacesOf } from "../place/namespaces-of.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { useSearch } from "../place/use-search.ts";
import { frameTexts } from "../texts/frame.ts";
import { groupKinds } from "./group-kinds.ts";
import styles from "./navigation.module.css";
import { NavigationEntry } from "./navigation-entry.tsx";
import { NavigationSection } from "./navigation-section.tsx";
import { extraPages, hasHelm } from "./pages-of.ts";
import { sectionOf, sections } from "./section-of.ts";

/** The pages of a snapshot, kinds with counts and trouble. */
export function Navigation() {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const { data: kinds, isPending } = useQuery(questions.kinds());
  const { group, plural } = useRouteWords("group", "plural");
  const [search] = useSearch();
  const groups = useMemo(() => groupKinds(kinds ?? []), [kinds]);
  const wanted = { group: group === "core" ? "" : group, plural };
  const { section: wantedSection } = sectionOf(wanted);
  const isThere = groups.sections
    .get(wantedSection)
    ?.some((kind) => kind.group === wanted.group && kind.plural === wanted.plural);
  // What stands below the kinds waits for them, so that it need not move.
  if (isPending) {
    return (
      <>
        <ul className={styles.navigation}>
          <NavigationEntry name={frameTexts.overview} place={{ page: "overview" }} />
        </ul>
        <SkeletonLines />
      </>
    );
  }
  return (
    <ul className={styles.navigation}>
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
            pages={extraPages[section]}
            byGroup={section === "custom"}
            current={isThere && wantedSection === section ? wanted : undefined}
            opensAtFirst={section === "workloads"}
          />
        );
      })}
      {namespacesOf(search) && <li className={styles.remark}>{frameTexts.allNamespacesCounted}</li>}
      <li className={styles.rule} />
      {hasHelm(kinds ?? []) && <NavigationEntry name={frameTexts.helm} place={{ page: "helm" }} />}
      <NavigationEntry name={frameTexts.events} place={{ page: "events" }} count={snapshot.counts.events} />
      <NavigationEntry name={frameTexts.logs} place={{ page: "logs" }} count={snapshot.counts.logStreams} />
      <NavigationEntry name={frameTexts.documents} place={{ page: "documents" }} />
      <NavigationEntry
        name={frameTexts.coverage}
        place={{ page: "coverage" }}
        {...(snapshot.gaps > 0 && { count: snapshot.gaps })}
      />
    </ul>
  );
}
