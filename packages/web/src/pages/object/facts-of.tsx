import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { textAt } from "../../object/read-json.ts";
import { Age } from "../../parts/age.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { useTimes } from "../../times/use-times.ts";
import { ResourceCell } from "../list/resource-cell.tsx";
import { type Fact, shortChars } from "./fact-list.tsx";
import { ObjectLink } from "./object-link.tsx";

/** The key facts of an object: kind, owners, what its list shows, and a few that only pods have. */
export function factsOf({ row, columns, object, related }: ResourceDetail): Fact[] {
  const group = row.group ? `${row.group}/` : "";
  const facts: Fact[] = [{ name: objectTexts.kind, value: plainText(`${row.kind} · ${group}${row.version}`) }];
  const link = (one: RelatedObject | undefined) => one && <ObjectLink object={one} />;
  for (const owner of related.filter(({ relation }) => relation === "owner")) {
    facts.push({
      key: `owner ${owner.kind} ${owner.name}`,
      name: objectTexts.owner,
      value: <ObjectLink object={owner} text={`${owner.kind} ${owner.name}`} />,
    });
  }
  columns.forEach((column, at) => {
    const cell = row.cells[at] ?? null;
    if (cell === null || cell === "" || cell === "<none>" || isOld(column.name)) return;
    const node = column.name === "Node" ? link(related.find(({ relation }) => relation === "node")) : undefined;
    facts.push({
      key: `column ${at}`,
      name: column.name,
      value: node ?? <ResourceCell column={column} cell={cell} />,
      long: typeof cell === "string" && column.type === "text" && cell.length > shortChars,
    });
  });
  const account = related.find(({ kind, relation }) => kind === "ServiceAccount" && relation === "uses");
  if (row.kind === "Pod") facts.push({ name: objectTexts.serviceAccount, value: link(account) });
  facts.push({ name: objectTexts.qos, value: plainText(textAt(object, "status", "qosClass")) });
  if (row.createdAt) facts.push({ name: objectTexts.created, value: <Created at={row.createdAt} /> });
  return facts;
}

/** The age stands at the end, with its time. */
function isOld(column: string): boolean {
  return column === "Age" || column === "Created At";
}

function Created({ at }: { at: string }) {
  const times = useTimes();
  return (
    <>
      <Age at={at} /> · {times.text(at, "seconds")}
    </>
  );
}
