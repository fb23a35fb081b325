import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { connect } from "../../data/connect.ts";
import { snapshotsQuery } from "../../data/snapshots-query.ts";
import { TopBar } from "../../frame/top-bar.tsx";
import { Asked } from "../../parts/asked.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { snapshotsTexts } from "../../texts/snapshots.ts";
import { NoSnapshots } from "./no-snapshots.tsx";
import { SnapshotItem } from "./snapshot-item.tsx";
import styles from "./snapshots-page.module.css";

/** All snapshots of this server, for its owner: `/?q=`. */
export function SnapshotsPage() {
  const [client] = useState(() => connect(undefined));
  const [search] = useSearch();
  const text = (search.q ?? "").slice(0, 200);
  const query = useInfiniteQuery(snapshotsQuery(client, text));
  const [nowMs] = useState(Date.now);
  useTitle(snapshotsTexts.title);
  return (
    <div className={styles.page}>
      <TopBar />
      <main className={styles.main}>
        <PageHead title={snapshotsTexts.title}>
          <FilterInput label={snapshotsTexts.filter} />
        </PageHead>
        <Asked query={query}>
          {({ pages }) => {
            const snapshots = pages.flatMap((page) => page.items);
            if (snapshots.length === 0) return <NoSnapshots filtered={text !== ""} />;
            return (
              <>
                <ul className={styles.list}>
                  {snapshots.map((snapshot) => (
                    <SnapshotItem key={snapshot.id} snapshot={snapshot} nowMs={nowMs} />
                  ))}
                </ul>
                {query.hasNextPage && (
                  <div className={styles.more}>
                    <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                      {snapshotsTexts.more}
                    </Button>
                  </div>
                )}
              </>
            );
          }}
        </Asked>
      </main>
    </div>
  );
}
