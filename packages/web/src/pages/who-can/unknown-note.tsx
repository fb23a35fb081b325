import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { plainText } from "../../plain/plain-text.ts";
import { whoCanTexts } from "../../texts/who-can.ts";
import type { Question } from "./question-of.ts";
import { unknownResource } from "./unknown-resource.ts";
import styles from "./who-can-page.module.css";

/** Says that nobody knows the resource that is asked for, and which one may be meant. The answer stays: `*` allows all. */
export function UnknownNote({ question }: { question: Question }) {
  const [{ verb, resource = "", in: within, name }] = useSearch();
  const { data: kinds } = useQuery(useQuestions().kinds());
  const unknown = kinds && unknownResource(question, kinds);
  if (!unknown) return null;
  const { nearest } = unknown;
  return (
    <p role="status" className={styles.unknown}>
      {whoCanTexts.unknown(plainText(resource))}
      {nearest && (
        <>
          {" "}
          {whoCanTexts.meant}{" "}
          <PlaceLink place={{ page: "who-can", search: { verb, resource: nearest, in: within, name } }}>
            {plainText(nearest)}
          </PlaceLink>
        </>
      )}
    </p>
  );
}
