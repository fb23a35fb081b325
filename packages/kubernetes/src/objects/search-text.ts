import { type Json, records, text, textMap } from "./json.ts";
import { podSpecsOf } from "./relations/pod-uses.ts";

const maxLength = 16 * 1024;
const maxValueLength = 1024;

/** What a text filter looks through: name, labels, annotations and images, lower-cased; at most 16 KiB of UTF-8. */
export function searchTextOf(object: Json): string {
  const pairs = [textMap(object, "metadata.labels"), textMap(object, "metadata.annotations")].flatMap((map) =>
    Object.entries(map).map(([key, value]) => `${key}=${value.slice(0, maxValueLength)}`),
  );
  const images = podSpecsOf(object).flatMap((spec) =>
    ["initContainers", "containers", "ephemeralContainers"].flatMap((field) =>
      records(spec, field).map((container) => text(container, "image")),
    ),
  );
  const lines = [text(object, "metadata.name"), ...new Set(images), ...pairs];
  return cutUtf8(lines.join("\n").slice(0, maxLength).toLowerCase());
}

function cutUtf8(joined: string): string {
  const { read } = new TextEncoder().encodeInto(joined, new Uint8Array(maxLength));
  return joined.slice(0, read);
}
