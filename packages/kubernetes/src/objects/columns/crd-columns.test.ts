import { describe, expect, it } from "vitest";
import { crdColumns } from "./crd-columns.ts";

const certificate = {
  metadata: { creationTimestamp: "2026-01-01T00:00:00Z", labels: { "app.io/name": "x" } },
  spec: { secretName: "tls", hosts: ["a", "b"], size: 3 },
  status: {
    conditions: [
      { type: "Issuing", status: "False" },
      { type: "Ready", status: "True", lastTransitionTime: "2026-01-02T00:00:00Z" },
    ],
  },
};

function cell(column: object): unknown {
  const crd = { spec: { versions: [{ name: "v1", additionalPrinterColumns: [{ name: "X", ...column }] }] } };
  return crdColumns(crd, "v1").cellsOf(certificate)[0];
}

describe("crdColumns", () => {
  it.each([
    [{ type: "string", jsonPath: ".spec.secretName" }, "tls"],
    [{ type: "string", jsonPath: '.status.conditions[?(@.type=="Ready")].status' }, "True"],
    [{ type: "string", jsonPath: ".status.conditions[?(@.type == 'Ready')].status" }, "True"],
    [
      { type: "date", jsonPath: '.status.conditions[?(@.type=="Ready")].lastTransitionTime' },
      "2026-01-02T00:00:00.000Z",
    ],
    [{ type: "integer", jsonPath: ".spec.size" }, 3],
    [{ type: "string", jsonPath: ".spec.hosts[0]" }, "a"],
    [{ type: "string", jsonPath: ".spec.hosts[-1]" }, "b"],
    [{ type: "string", jsonPath: ".spec.hosts[*]" }, "a,b"],
    [{ type: "string", jsonPath: ".spec.hosts" }, '["a","b"]'],
    [{ type: "string", jsonPath: ".metadata.labels['app.io/name']" }, "x"],
    [{ type: "string", jsonPath: ".metadata.labels.app\\.io/name" }, "x"],
    [{ type: "string", JSONPath: ".spec.secretName" }, "tls"],
    [{ type: "string", jsonPath: ".spec.constructor.name" }, null],
    [{ type: "string", jsonPath: ".spec[?(" }, null],
    [{ type: "string", jsonPath: ".nowhere" }, null],
  ])("%o → %j", (column, expected) => {
    expect(cell(column)).toEqual(expected);
  });

  it("reads v1beta1, marks wide columns, and falls back to the age", () => {
    const columns = [{ name: "Size", type: "integer", JSONPath: ".spec.size", priority: 1 }];
    expect(crdColumns({ spec: { additionalPrinterColumns: columns } }, "v1").columns).toEqual([
      { name: "Size", type: "number", wide: true },
    ]);
    expect(crdColumns({}, "v1").cellsOf(certificate)).toEqual(["2026-01-01T00:00:00.000Z"]);
  });
});
