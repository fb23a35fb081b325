import type { EventRow } from "@kubin/schema";

export function eventKey({ namespace, name }: EventRow): string {
  return `${namespace}/${name}`;
}
