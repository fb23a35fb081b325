import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { plainText } from "../../plain/plain-text.ts";
import type { KindRow } from "./rows/kind-row.ts";

/** The name of an object in a list with how it is; why on hover. The table follows the link, so it opens as the row does. */
export function ResourceName({ row, href }: { row: KindRow; href: string }) {
  const { name, health, reason } = row;
  return (
    <span title={plainText(reason ? `${name}\n${reason}` : name)}>
      <HealthMark health={health} />{" "}
      <a href={href} data-opens-row>
        <Name text={name} />
      </a>
    </span>
  );
}
