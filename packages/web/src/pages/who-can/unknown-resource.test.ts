import { expect, it } from "vitest";
import { questionOf } from "./question-of.ts";
import { unknownResource } from "./unknown-resource.ts";

const widgets = { group: "example.org", version: "v1", kind: "Widget", plural: "widgets" };
const kinds = [{ ...widgets, namespaced: true, total: 1, failing: 0, warning: 0 }];

function ask(resource: string) {
  const question = questionOf({ verb: "get", resource });
  return question && unknownResource(question, kinds);
}

it.each(["secrets", "pods/log", "widgets.example.org", "deployments.apps/scale", "users", "*", "/metrics"])(
  "%s is known, or none",
  (resource) => expect(ask(resource)).toBeUndefined(),
);

it.each([
  ["secretz", "secrets"],
  ["podz/log", "pods"],
  ["deploymnets.apps", "deployments.apps"],
  ["deployments", "deployments.apps"],
  ["widgets", "widgets.example.org"],
  ["xyzzy", undefined],
])("%s is unknown; nearest is %s", (resource, nearest) => expect(ask(resource)).toEqual({ nearest }));
