import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { kindTitle } from "../../frame/kind-title.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./failing-panel.module.css";

/** What does not fail and yet asks for a look, by kind; nothing where there is none. */
export function LookAt() {
  const questions = useQuestions();
  const { data: kinds = [] } = useQuery(questions.kinds());
  const some = kinds.filter(({ kind, warning }) => warning > 0 && kind !== "Event");
  if (some.length === 0) return null;
  return (
    <p className={styles.look}>
      <HealthMark health="warning" />
      {overviewTexts.lookAt}
      {some.map(({ group, plural, kind, warning }) => (
        <PlaceLink key={`${group}/${plural}`} place={{ page: "list", group, plural, search: { health: "warning" } }}>
          {countText(warning)} {warning === 1 ? kind : kindTitle(kind)}
        </PlaceLink>
      ))}
    </p>
  );
}
