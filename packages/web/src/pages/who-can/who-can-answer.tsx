import type { WhoCan } from "@kubin/schema";
import { Asked } from "../../parts/asked.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { whoCanTexts } from "../../texts/who-can.ts";
import { SubjectName } from "../object/answers/subject-name.tsx";
import type { Question } from "./question-of.ts";
import { useWhoCan } from "./use-who-can.ts";
import { ViaLink } from "./via-link.tsx";
import styles from "./who-can-page.module.css";

const shownAtMost = 500;
const waysAtMost = 5;

/** Subjects with the bindings that allow it, and what is missing from the answer. */
export function WhoCanAnswer({ question }: { question: Question }) {
  const query = useWhoCan(question);
  return <Asked query={query}>{(answer) => <Answer question={question} answer={answer} />}</Asked>;
}

function Answer({ question, answer }: { question: Question; answer: WhoCan }) {
  const { subjects, missing } = answer;
  const more = subjects.length - shownAtMost;
  return (
    <>
      {missing.length > 0 && (
        <Panel title={whoCanTexts.missing}>
          <ul className={styles.missing}>
            {missing.map((one) => (
              <li key={one}>{plainText(one)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel flush title={whoCanTexts.answer(plainText(sentence(question)))} aside={countText(subjects.length)}>
        {subjects.length === 0 ? (
          <p className={styles.none}>{missing.length > 0 ? whoCanTexts.nobodyKnown : whoCanTexts.nobody}</p>
        ) : (
          <SmallTable
            label={whoCanTexts.subjects}
            columns={[{ name: whoCanTexts.subject }, { name: whoCanTexts.binding }, { name: whoCanTexts.role }]}
            rows={subjects.slice(0, shownAtMost).map((subject) => {
              const ways = subject.via.slice(0, waysAtMost);
              return {
                key: `${subject.kind} ${subject.namespace}/${subject.name}`,
                cells: [
                  <SubjectName key="subject" subject={subject} />,
                  <ul key="bindings">
                    {ways.map(({ binding }) => (
                      <li key={`${binding.kind} ${binding.namespace}/${binding.name}`}>
                        <ViaLink object={binding} />
                      </li>
                    ))}
                    {subject.via.length > ways.length && (
                      <li>{whoCanTexts.more(countText(subject.via.length - ways.length))}</li>
                    )}
                  </ul>,
                  <ul key="roles">
                    {ways.map(({ binding, role }) => (
                      <li key={`${binding.kind} ${binding.namespace}/${binding.name}`}>
                        <ViaLink object={role} />
                      </li>
                    ))}
                  </ul>,
                ],
              };
            })}
          />
        )}
        {more > 0 && <p className={styles.none}>{whoCanTexts.more(countText(more))}</p>}
      </Panel>
    </>
  );
}

function sentence({ verb, group, resource, namespace, name }: Question): string {
  const what = group ? `${resource}.${group}` : resource;
  return [verb, what, name, namespace ? whoCanTexts.inNamespace(namespace) : ""].filter(Boolean).join(" ");
}
