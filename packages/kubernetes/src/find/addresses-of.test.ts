import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../objects/json.ts";
import { addressesOf } from "./addresses-of.ts";

describe("addressesOf", () => {
  const cases: [Json, string[]][] = [
    [
      {
        kind: "Pod",
        status: { podIP: "10.0.0.1", podIPs: [{ ip: "10.0.0.1" }, { ip: "fd00::1" }], hostIP: "192.168.0.5" },
      },
      ["10.0.0.1", "fd00::1", "192.168.0.5"],
    ],
    [
      {
        kind: "Service",
        spec: {
          clusterIP: "10.96.0.1",
          clusterIPs: ["10.96.0.1"],
          externalIPs: ["203.0.113.7"],
          externalName: "db.example",
        },
        status: { loadBalancer: { ingress: [{ ip: "198.51.100.1" }, { hostname: "lb.example" }] } },
      },
      ["10.96.0.1", "203.0.113.7", "db.example", "198.51.100.1", "lb.example"],
    ],
    [{ kind: "Service", spec: { clusterIP: "None", clusterIPs: ["None"] } }, []],
    [
      { kind: "Node", status: { addresses: [{ type: "InternalIP", address: "192.168.0.5" }, { address: "node-0" }] } },
      ["192.168.0.5", "node-0"],
    ],
    [
      { kind: "Endpoints", subsets: [{ addresses: [{ ip: "10.0.0.1" }], notReadyAddresses: [{ ip: "10.0.0.2" }] }] },
      ["10.0.0.1", "10.0.0.2"],
    ],
    [
      { kind: "EndpointSlice", endpoints: [{ addresses: ["10.0.0.1"] }, { addresses: ["10.0.0.3"] }] },
      ["10.0.0.1", "10.0.0.3"],
    ],
    [
      { kind: "Ingress", spec: { rules: [{ host: "shop.example" }], tls: [{ hosts: ["shop.example"] }] } },
      ["shop.example"],
    ],
    [{ kind: "Route", spec: { host: "shop.apps.example" } }, ["shop.apps.example"]],
    [{ kind: "ConfigMap", status: { podIP: "10.0.0.1" } }, []],
    [{ kind: "constructor" }, []],
  ];
  it.each(cases)("of %j", (object, expected) => {
    expect(addressesOf(object)).toEqual(expected);
  });

  it("never throws, and gives text only", () => {
    const kind = fc.constantFrom("Pod", "Service", "Node", "Endpoints", "EndpointSlice", "Ingress");
    const field = fc.constantFrom("podIP", "podIPs", "addresses", "clusterIPs", "loadBalancer", "rules", "ingress");
    const part = fc.dictionary(field, fc.jsonValue());
    fc.assert(
      fc.property(
        fc.record({ kind, spec: part, status: part, subsets: fc.jsonValue(), endpoints: fc.jsonValue() }),
        (object) => addressesOf(object).every((address) => typeof address === "string" && address !== ""),
      ),
    );
  });
});
