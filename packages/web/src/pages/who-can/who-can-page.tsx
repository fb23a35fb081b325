import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { whoCanTexts } from "../../texts/who-can.ts";
import { QuestionForm } from "./question-form.tsx";
import { questionOf } from "./question-of.ts";
import { UnknownNote } from "./unknown-note.tsx";
import { WhoCanAnswer } from "./who-can-answer.tsx";
import styles from "./who-can-page.module.css";

/** Whom the captured RBAC allows something: `?verb=get&resource=secrets&in=shop`. */
export function WhoCanPage() {
  const [search] = useSearch();
  const question = questionOf(search);
  useTitle(whoCanTexts.title);
  return (
    <>
      <PageHead title={whoCanTexts.title} />
      <PageScroll>
        <div className={styles.page}>
          <QuestionForm key={JSON.stringify(question)} />
          {question && <UnknownNote question={question} />}
          {question ? <WhoCanAnswer question={question} /> : <p className={styles.hint}>{whoCanTexts.hint}</p>}
        </div>
      </PageScroll>
    </>
  );
}
