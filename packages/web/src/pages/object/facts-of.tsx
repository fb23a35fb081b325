import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import type { ReactNode } from "react";
import { textAt } from "../../object/read-json.ts";
import { Age } from "../../parts/age.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";
import { useTimes } from "../../times/use-times.ts";
import { ResourceCell } from "../list/resource-cell.tsx";

export interface Fact {
  key: string;
  name: string;
  value: ReactNode;
}

/** The key facts of an object: kind, owners, what its list shows, and a few that only pods have. */
export function factsOf({ row, columns, object, related }: ResourceDetail): Fact[] {
  const facts: Fact[] = [
    { key: "kind", name: objectTexts.kind, value: `${row.kind} · ${row.group ? `${row.group}/` : ""}${row.version}` },
  ];
  for (const owner of related.filter(({ relation }) => relation === "owner")) {
    facts.push({
      key: `owner ${owner.kind} ${owner.name}`,
      name: objectTexts.owner,
      value: <Owner owner={owner} />,
    });
  }
  columns.forEach((column, at) => {
    const cell = row.cells[at] ?? null;
    if (cell === null || cell === "" || cell === "<none>" || column.name.toLowerCase() === "age") return;
    facts.push({
      key: `column ${at}`,
      name: column.name,
      value: <ResourceCell column={column} cell={cell} />,
    });
  });
  const serviceAccount = textAt(object, "spec", "serviceAccountName");
  const qos = textAt(object, "status", "qosClass");
  if (serviceAccount) facts.push({ key: "account", name: objectTexts.serviceAccount, value: serviceAccount });
  if (qos) facts.push({ key: "qos", name: objectTexts.qos, value: qos });
  if (row.createdAt) facts.push({ key: "created", name: objectTexts.created, value: <Created at={row.createdAt} /> });
  return facts;
}

function Owner({ owner }: { owner: RelatedObject }) {
  const { group, plural, namespace, name, kind, captured } = owner;
  if (!captured) return `${kind} ${name} (${objectTexts.notCaptured})`;
  return (
    <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
      {kind} <Name text={name} />
    </PlaceLink>
  );
}

function Created({ at }: { at: string }) {
  const times = useTimes();
  return (
    <>
      <Age at={at} /> · {times.text(at, "seconds")}
    </>
  );
}
