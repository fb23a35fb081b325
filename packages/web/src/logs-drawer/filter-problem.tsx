import type { QueryError } from "@kubin/logs";
import { QueryProblem } from "../pages/search/query-problem.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";

/** What is wrong with the filter, with the place underlined. */
export function FilterProblem({ text, problem }: { text: string; problem: QueryError }) {
  return <QueryProblem query={text} message={`${problem.message} ${logsDrawerTexts.place(problem.from + 1)}`} />;
}
