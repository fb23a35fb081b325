import { at, type Json } from "./read-json.ts";

/** The object without the bookkeeping of server-side apply; the same object where it has none. */
export function withoutManagedFields(object: Json): Json {
  const metadata = at(object, "metadata");
  if (at(metadata, "managedFields") === undefined) return object;
  const { managedFields: _managedFields, ...rest } = Object(metadata);
  return { ...object, metadata: rest };
}
