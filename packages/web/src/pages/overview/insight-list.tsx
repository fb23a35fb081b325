import type { Health, Insight, KindCount } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import styles from "./analysis-panel.module.css";

/** Findings, a line each where they are short. */
export function InsightList({ insights }: { insights: readonly Insight[] }) {
  const { data: kinds } = useQuery(useQuestions().kinds());
  // A tool may say the same twice; once is enough.
  const distinct = new Map(insights.map((insight) => [JSON.stringify(insight), insight]));
  return (
    <ul>
      {[...distinct].map(([key, insight]) => (
        <li key={key} className={styles.row}>
          <HealthMark health={healthOfInsight(insight)} />
          <span className={styles.title}>
            <Name text={insight.title || insight.name} />
          </span>
          <span className={styles.detail}>
            <Name text={insight.detail} />
          </span>
          <About insight={insight} kinds={kinds ?? []} />
        </li>
      ))}
    </ul>
  );
}

function About({ insight: { object }, kinds }: { insight: Insight; kinds: readonly KindCount[] }) {
  if (!object) return null;
  const { kind, namespace = "", name } = object;
  const found = kinds.find((one) => one.kind === kind);
  const words = <Name text={[namespace, name].filter(Boolean).join("/")} />;
  if (!found) return words;
  const { group, plural } = found;
  return (
    <span className={styles.about}>
      {kind} <PlaceLink place={{ page: "object", group, plural, namespace, name }}>{words}</PlaceLink>
    </span>
  );
}

export function healthOfInsight({ severity }: Insight): Health {
  if (severity === "error") return "failing";
  return severity === "warn" ? "warning" : "ok";
}
