import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTextOf } from "../objects/search-text.ts";
import { excerptAround } from "./excerpt-around.ts";
import { findText } from "./find-text.ts";

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    name: "Web-0",
    labels: { app: "web", tier: "Front" },
    annotations: { note: `first line\nasks ${"x".repeat(200)} Ticket-77 ${"y".repeat(200)}` },
  },
  spec: {
    containers: [
      { name: "main", image: "registry/web:1.2", ports: [{ containerPort: 8080 }], args: ["--a\n--Deep=1\n--z"] },
    ],
    nodeName: null,
    hostNetwork: true,
  },
  status: { podIP: "10.0.0.12", hostIP: "10.0.0.1" },
};

describe("findText", () => {
  const find = (text: string, within: "names" | "everything" = "everything") => findText({ object: pod, text, within });

  it.each([
    ["web", "name", "Web-0"],
    ["WEB-0", "name", "Web-0"],
    ["10.0.0.1", "address", "10.0.0.1"],
    ["0.0.12", "address", "10.0.0.12"],
    ["registry", "image", "registry/web:1.2"],
    ["tier=front", "label", "tier=Front"],
    ["note=first", "annotation", /^note=first line asks x+…$/],
    ["ticket-77", "annotation", /^…x+ Ticket-77 y+…$/],
    ["8080", "text", "containerPort: 8080"],
    ["containerport", "text", "containerPort: 8080"],
    ["deep", "text", "--Deep=1"],
    ["hostnetwork: ", "text", undefined],
    ["true", "text", "hostNetwork: true"],
    ["nodename", "text", "nodeName: null"],
    ["containers", "text", "containers"],
  ])("%s is found in the %s", (text, matched, excerpt) => {
    const found = find(text);
    if (excerpt === undefined) return expect(found).toBeUndefined();
    expect(found?.matched).toBe(matched);
    if (typeof excerpt === "string") expect(found?.excerpt).toBe(excerpt);
    else expect(found?.excerpt).toMatch(excerpt);
  });

  it("looks through names alone where told to", () => {
    expect(find("8080", "names")).toBeUndefined();
    expect(find("kind", "names")).toBeUndefined();
    expect(find("front", "names")).toMatchObject({ matched: "label" });
  });

  const label = fc.string({ unit: fc.constantFrom("a", "B", "İ", "ß", "😀", "-"), minLength: 1, maxLength: 12 });

  it("finds in a field whatever the search text of the object holds in one line", () => {
    fc.assert(
      fc.property(
        fc.record({ name: label, value: label }),
        fc.nat(10),
        fc.nat(10),
        ({ name, value }, start, length) => {
          const object = { metadata: { name, labels: { key: value } } };
          const line = (start % 2 ? name : `key=${value}`).toLowerCase();
          const text = line.slice(start % line.length, (start % line.length) + length + 1);
          expect(searchTextOf(object)).toContain(text);
          expect(findText({ object, text, within: "names" })).toBeDefined();
        },
      ),
    );
  });
});

describe("excerptAround", () => {
  it("is one line of at most 160 characters that holds the text, whatever stands around it", () => {
    const around = fc.string({ unit: fc.constantFrom("a", "İ", "😀", "\n", "z"), maxLength: 400 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const excerpt = excerptAround(`${before}Q7q${after}`, "q7q") ?? "";
        expect(excerpt).toContain("Q7q");
        expect(excerpt).not.toContain("\n");
        expect(excerpt.length).toBeLessThanOrEqual(160);
        expect(excerpt).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it("is nothing where the text is not", () => {
    expect(excerptAround("abc", "d")).toBeUndefined();
    expect(excerptAround("", "d")).toBeUndefined();
    expect(excerptAround("\nabc\n", "abc")).toBe("abc");
  });
});
