import type { SourceProblem } from "./bundle-source.ts";
import { printable } from "./entry-path.ts";

/** So many are told one by one; a hostile archive could hold millions. */
const maxProblems = 2000;

export interface ProblemLog {
  add(problem: Omit<SourceProblem, "count">): void;
  all(): readonly SourceProblem[];
}

/** Collects what could not be read. The same problem of a second reading counts once; beyond the bound they are summed. */
export function problemLog(): ProblemLog {
  const seen = new Map<string, SourceProblem>();
  const beyond = new Map<string, SourceProblem>();
  const summed = new Set<string>();
  return {
    add(problem) {
      const path = printable(problem.path);
      // A file has one problem of a kind; the source as a whole may have several.
      const key = `${problem.kind} ${path || problem.detail}`;
      if (seen.has(key) || summed.has(key)) return;
      if (seen.size < maxProblems) {
        seen.set(key, { ...problem, path, count: 1 });
        return;
      }
      if (summed.size < maxProblems * 10) summed.add(key);
      const known = beyond.get(problem.kind);
      if (known) known.count++;
      else beyond.set(problem.kind, { kind: problem.kind, path: "", detail: "More of the same.", count: 1 });
    },
    all: () => [...seen.values(), ...beyond.values()],
  };
}

/** Tells the problems of an archive at `path` as those of the bundle that it lies in. */
export function problemsBelow(path: string, problems: ProblemLog): Pick<ProblemLog, "add"> {
  return {
    add: (problem) => problems.add({ ...problem, path: problem.path === "" ? path : `${path}/${problem.path}` }),
  };
}
