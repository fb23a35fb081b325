import type { RelatedObject } from "@kubin/schema";
import type { Subject } from "./policy-rules.ts";

/** Whether a subject is a service account that its binding names and the capture does not hold. */
export function lacksAccount(subject: Subject, related: readonly RelatedObject[]): boolean {
  return related.some(
    ({ kind, namespace, name, captured }) =>
      !captured && kind === subject.kind && namespace === subject.namespace && name === subject.name,
  );
}
