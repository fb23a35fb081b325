import { ActionIcon } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { kindTitle } from "../../frame/kind-title.ts";
import { useKeys } from "../../keys/use-keys.ts";
import { Asked } from "../../parts/asked.tsx";
import { NamespaceRemark } from "../../parts/namespace-remark.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { saveText } from "../../plain/save-text.ts";
import { listTexts } from "../../texts/lists.ts";
import { asOf } from "../../times/as-of.ts";
import { ColumnsMenu } from "./columns/columns-menu.tsx";
import { useListColumns } from "./columns/use-list-columns.ts";
import { FilterLine } from "./filter/filter-line.tsx";
import { useFilterLine } from "./filter/use-filter-line.ts";
import { HealthChoice } from "./health-choice.tsx";
import { labelKeysOf } from "./label-keys-of.ts";
import { ListFoot } from "./list-foot.tsx";
import { ListHead } from "./list-head.tsx";
import styles from "./list-page.module.css";
import { healthsOf } from "./list-search.ts";
import { NothingShown } from "./nothing-shown.tsx";
import { ResourceTable } from "./resource-table.tsx";
import type { KindRow } from "./rows/kind-row.ts";
import { useListRows } from "./rows/use-list-rows.ts";
import { useShownRows } from "./rows/use-shown-rows.ts";
import { toCsv } from "./select/to-csv.ts";
import { useSelection } from "./select/use-selection.ts";
import { sortOf } from "./sort/sort-of.ts";
import { knownKind } from "./unknown-kind.ts";
import { UnlistedNamespaces } from "./unlisted-namespaces.tsx";
import { useListEscape } from "./use-list-escape.ts";

/** The list of one kind: everything about it is in the URL but what is ticked. */
export function KindList({ group, plural }: { group: string; plural: string }) {
  const kind = useMemo(() => ({ group, plural }), [group, plural]);
  const { snapshot } = useSnapshot();
  const [search] = useSearch();
  const { data: kinds } = useQuery(useQuestions().kinds());
  const counted = kinds?.find((one) => one.group === group && one.plural === plural);
  const list = useListRows(kind, kinds);
  const { found } = list;
  const columns = useListColumns({ kind, namespaced: counted?.namespaced ?? true, usage: list.usage, ...found });
  const [line, setLine] = useFilterLine();
  const [health, sort] = useMemo(() => [healthsOf(search), sortOf(search)], [search]);
  const captured = asOf(snapshot);
  const shown = useShownRows({ ...found, columns: columns.all, line, health, sort, asOf: captured });
  const selection = useSelection(shown.rows);
  useListEscape({ line, setLine, selection, isOpen: Boolean(search.open) });
  const [entered, setEntered] = useState(0);
  const enter = useCallback(() => setEntered((before) => before + 1), []);
  const [toolsOpen, setToolsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useKeys({
    "/": () => {
      // At once: the letters typed next belong to the filter, and would be taken for keys of the page.
      flushSync(() => setToolsOpen(true));
      input.current?.focus();
    },
  });
  const name = counted?.kind ?? knownKind(kind);
  const title = name ? kindTitle(name) : plural;
  useTitle(title);
  const filtered = line.trim() !== "" || health !== undefined;
  const labelKeys = useMemo(() => labelKeysOf(columns.sample), [columns.sample]);
  const { visible } = columns;
  const saveCsv = useCallback(
    (rows: readonly KindRow[]) => saveText(`${plural}.csv`, toCsv(rows, visible), "text/csv"),
    [plural, visible],
  );
  const count = filtered ? listTexts.of(countText(shown.rows.length), countText(found.total)) : countText(found.total);
  return (
    <div className={styles.list}>
      <ListHead title={title} aside={list.data && count} open={toolsOpen} onOpen={setToolsOpen} filtered={filtered}>
        <HealthChoice counts={list.trouble} />
        <FilterLine ref={input} line={line} onLine={setLine} onDone={enter} notes={shown.notes} />
        <ColumnsMenu
          columns={columns.all}
          visible={columns.visibleIds}
          choice={columns.choice}
          onChoice={columns.choose}
          labelKeys={labelKeys}
        />
        <ActionIcon size={30} aria-label={listTexts.csv} title={listTexts.csv} onClick={() => saveCsv(shown.rows)}>
          <IconFileSpreadsheet size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </ListHead>
      {counted?.namespaced === false && <NamespaceRemark />}
      {group === "" && plural === "namespaces" && list.data && !found.loading && (
        <UnlistedNamespaces rows={found.rows} />
      )}
      <div className={styles.rows}>
        <Asked query={list}>
          {() =>
            shown.rows.length === 0 && (filtered || found.total === 0) && !found.stale ? (
              <NothingShown
                kind={kind}
                title={title}
                filtered={filtered}
                loading={found.loading}
                namespaces={list.namespaces}
              />
            ) : (
              <ResourceTable
                kind={kind}
                title={title}
                columns={columns}
                shown={shown.rows}
                found={found}
                filtered={filtered}
                line={line}
                onLine={setLine}
                entered={entered}
                selection={selection}
                asOf={captured}
              />
            )
          }
        </Asked>
      </div>
      <ListFoot
        kind={kind}
        found={found}
        shown={shown.rows}
        selection={selection}
        sortedBy={columns.all.find(({ id }) => id === sort?.by)?.name}
        down={sort?.down ?? false}
        onCsv={saveCsv}
      />
    </div>
  );
}
