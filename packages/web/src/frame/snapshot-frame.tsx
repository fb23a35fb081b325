import { useMemo } from "react";
import { failureOf } from "../data/failure-of.ts";
import { isGone } from "../data/is-gone.ts";
import { openAccess } from "../data/open-access.ts";
import { OpenSnapshotContext } from "../data/snapshot-context.ts";
import { useLiveSnapshot } from "../data/use-live-snapshot.ts";
import { Waiting } from "../parts/waiting.tsx";
import { BaseContext } from "../place/base-context.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { NoSnapshot } from "./no-snapshot.tsx";
import { SnapshotShell } from "./snapshot-shell.tsx";
import { TopBar } from "./top-bar.tsx";

/** Everything below a snapshot's address: finds the snapshot, follows it while it grows, and frames its pages. */
export function SnapshotFrame() {
  const { token, id } = useRouteWords("token", "id");
  const access = useMemo(() => openAccess({ token, id }), [token, id]);
  const { data: snapshot, error, refetch } = useLiveSnapshot(access);
  // A link that was revoked while it was open takes with it what is shown; a server that is away does not.
  const gone = error !== null && isGone(failureOf(error).code);
  const open = useMemo(
    () => !gone && snapshot && { snapshot, client: access.client, reader: access.reader },
    [gone, snapshot, access],
  );
  if (open) {
    return (
      <BaseContext value={access.base}>
        <OpenSnapshotContext value={open}>
          <SnapshotShell />
        </OpenSnapshotContext>
      </BaseContext>
    );
  }
  return (
    <>
      <TopBar />
      <main>
        {error ? <NoSnapshot base={access.base} error={error} onAgain={() => void refetch()} /> : <Waiting />}
      </main>
    </>
  );
}
