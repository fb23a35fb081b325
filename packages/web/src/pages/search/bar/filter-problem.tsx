import type { QueryError } from "@kubin/logs";
import { logTexts } from "../../../texts/logs.ts";
import { QueryProblem } from "./query-problem.tsx";

/** What is wrong with the filter, with the place underlined. */
export function FilterProblem({ text, problem }: { text: string; problem: QueryError }) {
  return <QueryProblem query={text} message={`${problem.message} ${logTexts.place(problem.from + 1)}`} />;
}
