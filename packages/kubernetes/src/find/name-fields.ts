import { type Json, records, text, textMap } from "../objects/json.ts";
import { podSpecsOf } from "../objects/relations/pod-uses.ts";
import { addressesOf } from "./addresses-of.ts";

/** A line of what people remember of an object, and what it is. */
export interface NameField {
  of: "name" | "address" | "image" | "label" | "annotation";
  line: string;
}

const maxValueLength = 1024;

/** Name, addresses, images, labels and annotations, in this order, each one line. */
export function nameFields(object: Json): NameField[] {
  const images = podSpecsOf(object).flatMap((spec) =>
    ["initContainers", "containers", "ephemeralContainers"].flatMap((field) =>
      records(spec, field).map((container) => text(container, "image")),
    ),
  );
  return [
    field("name", text(object, "metadata.name")),
    ...addressesOf(object).map((address) => field("address", address)),
    ...[...new Set(images)].map((image) => field("image", image)),
    ...pairs(object, "metadata.labels").map((pair) => field("label", pair)),
    ...pairs(object, "metadata.annotations").map((pair) => field("annotation", pair)),
  ];
}

/** Line breaks would make a line of a value look like a field of its own. */
function field(of: NameField["of"], value: string): NameField {
  return { of, line: value.replace(/[\r\n]+/g, " ") };
}

function pairs(object: Json, path: string): string[] {
  return Object.entries(textMap(object, path)).map(([key, value]) => `${key}=${value.slice(0, maxValueLength)}`);
}
