import { CatchBoundary } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { BrokenPage } from "./broken-page.tsx";

interface PartBoundaryProps {
  /** What is shown in it: another one is tried anew. */
  resetKey: string | undefined;
  /** What stands there until it can be shown. */
  waiting?: ReactNode;
  children: ReactNode;
}

/** Around a part beside the page: it may be slow or break without the page. */
export function PartBoundary({ resetKey = "", waiting = <SkeletonLines />, children }: PartBoundaryProps) {
  return (
    <CatchBoundary getResetKey={() => resetKey} errorComponent={BrokenPage}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </CatchBoundary>
  );
}
