import type { ResourceRow } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";

/** The name of an object in a list with how it is; why on hover. */
export function ResourceName({ row }: { row: ResourceRow }) {
  const { group, plural, namespace, name, health, reason } = row;
  return (
    <span title={reason ? `${name}\n${reason}` : name}>
      <HealthMark health={health} />{" "}
      <PlaceLink place={{ page: "object", group, plural, namespace, name }}>
        <Name text={name} />
      </PlaceLink>
    </span>
  );
}
