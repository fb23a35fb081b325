import { problemPlace } from "./problem-place.ts";
import styles from "./query-problem.module.css";

/** What is wrong with a query and where, with the place underlined in its own text. */
export function QueryProblem({ query, message }: { query: string; message: string }) {
  const place = problemPlace(query, message);
  return (
    <div className={styles.problem} role="alert">
      {place && (
        <pre>
          {query.slice(0, place.from)}
          <mark>{query.slice(place.from, place.to) || " "}</mark>
          {query.slice(place.to)}
        </pre>
      )}
      {message}
    </div>
  );
}
