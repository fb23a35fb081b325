import { expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";
import { unknownFields } from "./unknown-fields.ts";

const said = (name: string, meant: string) => [`"${name}:" is no field; it was looked for as text.${meant}`];

it.each([
  ["level:error until:2021-08-03T09:24:00Z", said("until", ' Did you mean "before:"?')],
  ["Since:10:14", said("since", ' Did you mean "after:"?')],
  ["time:<09:24", said("time", ' Did you mean "before:"?')],
  ["time:>=09:24", said("time", ' Did you mean "after:"?')],
  ["ts:09:24", said("ts", ' Did you mean "after:" or "before:"?')],
  ["(a OR severity:warn)", said("severity", ' Did you mean "level:"?')],
  ["c:proxy", said("c", ' Did you mean "container:"?')],
  ["levle:error", said("levle", ' Did you mean "level:"?')],
  ["pods:web", said("pods", ' Did you mean "pod:"?')],
  ["statuscode:>=500", said("statuscode", ' Did you mean "status:"?')],
  ["Deploy:web deploy:db", said("deploy", ' Did you mean "workload:"?')],
])("says of %s which field may have been meant", (text, expected) => {
  expect(unknownFields(parseQuery(text))).toEqual(expected);
});

it.each([
  "",
  "level:error ns:shop is:previous",
  '"until:10:14"',
  "-until:10:14",
  "http://10.0.0.1:6443/x",
  "kubelet.go:1234",
  "10.0.0.1:6443",
  "panic:",
  "nss:web",
  "foo:bar reason:failed redis:6379",
  'severity:"warn"',
])("says nothing of %s", (text) => {
  expect(unknownFields(parseQuery(text))).toEqual([]);
});
