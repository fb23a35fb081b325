import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice.tsx";
import { SkeletonLines } from "./skeleton-lines.tsx";

interface AskedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
  waiting?: ReactNode;
}

/** An answer once it is there; its failure or its shape until then. What was shown stays while it is asked again. */
export function Asked<T>({ query, children, waiting = <SkeletonLines /> }: AskedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureNotice error={query.error} onAgain={() => void query.refetch()} />;
  return waiting;
}
