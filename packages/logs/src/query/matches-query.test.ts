import { assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { prefixTouch } from "../lines/prefix-text.ts";
import { parseLine } from "../parse/parse-line.ts";
import { matchesQuery } from "./matches-query.ts";
import { parseQuery } from "./parse-query.ts";
import { resolvePods } from "./resolve-pods.ts";

const capturedAt = new Date("2021-08-05T10:20:00Z");

async function matches(query: string, line: string): Promise<boolean> {
  const text = new TextEncoder().encode(line);
  const { at, level } = parseLine(text);
  const stream = { namespace: "shop", pod: "web-0", container: "main", source: "current" as const };
  const fields = new Map([
    ["status", "503"],
    ["duration", "1500.5"],
    ["logger", "Raft.Node"],
    ["component", "etcd"],
    ["code", "1e3"],
    ["empty", ""],
  ]);
  const resolved = await resolvePods(parseQuery(query, { capturedAt }), async ({ pattern }) => [
    { namespace: "shop", names: pattern === "deploy/web" ? ["web-0", "web-1"] : [] },
  ]);
  return matchesQuery(resolved, { stream, at, level, text, fields, format: "klog" });
}

const line =
  "2021-08-05T10:14:09.409Z E0805 10:14:09.409123 1 x.go:1] Error dialing kube-apiserver 10.0.0.12: foo_bar Über";

describe("matchesQuery", () => {
  it.each([
    "",
    "error",
    "ERROR dialing",
    "kube-apiserver",
    "apiserver",
    "10.0.0.12",
    "foo",
    "_bar",
    '"rror dial"',
    '"09.409Z e0805"',
    "2021",
    "409Z",
    "über OR Über",
    "level:error",
    "level:>=warn",
    "level:<fatal",
    "ns:shop pod:web-* container:*",
    "is:current",
    "after:10:14 before:10:15",
    "after:-6m",
    "-missing",
    "missing OR error",
    "-(missing error)",
    "/error dialing .*: foo/i /^2021.*ber$/ /\\d+\\.0\\.0\\.12:/",
    "/Über/ /foo_bar .ber/ /foo_bar [^a]ber/ /[öÜ]ber/",
    "/09Z E\\d{4}/ /\\bfoo/ /(?i)ERROR/",
    "status:503 status:5* status:>=500 status:<504 status:*",
    "duration:>1s duration:<=1500500us duration:1500.5 -duration:>2s",
    "logger:raft* logger:RAFT.NODE format:KLOG format:*",
    "component:ETCD component:*tc* component:*",
    "empty:*",
    "E0805:x OR -E0805:x",
    "workload:deploy/web -node:n1",
    "around:10:14:08~2s",
  ])("takes the line for %s", async (query) => {
    expect(await matches(query, line)).toBe(true);
  });

  it.each([
    "err",
    "errors",
    "be-apiserver",
    "10.0.0.1",
    "0.0.0.12:x",
    '"error  dialing"',
    "ber",
    "über",
    "level:warn",
    "level:>error",
    "level:unknown",
    "ns:sho pod:*",
    "pod:*1",
    "is:previous",
    "after:10:15",
    "before:10:14",
    "-error",
    "error missing",
    "/error dialing/",
    "/^Error/",
    "/ERROR/ OR /über/i",
    "status:500 OR status:>503 OR status:50",
    "code:>1",
    "logger:raft OR format:json OR caller:*",
    "component:etc",
    "empty:x",
    "workload:db",
    "around:10:14:08~1s",
  ])("leaves the line out for %s", async (query) => {
    expect(await matches(query, line)).toBe(false);
  });

  it("never takes a line without time or level for one that has one", async () => {
    for (const query of ["after:1990-01-01", "before:2100-01-01", "level:<fatal", "level:>=trace"]) {
      expect(await matches(query, "plain")).toBe(false);
    }
    expect(await matches("level:unknown", "plain")).toBe(true);
  });
});

describe("prefixTouch", () => {
  it("knows what can never touch a prefix", () => {
    for (const text of [
      "error",
      "10.0.0.1",
      "etcdserver: request",
      "08-05 ",
      "12345678901",
      "2021-8-",
      "stdout x f",
      "#",
    ]) {
      expect(prefixTouch(text)).toEqual({ inside: false, across: [] });
    }
    for (const text of ["z", "t", "409", "Stderr", "err F", "F "]) {
      expect(prefixTouch(text)).toEqual({ inside: true, across: [] });
    }
    expect(prefixTouch("9Z error")).toEqual({ inside: false, across: [{ end: "9z ", rest: "error" }] });
    expect(prefixTouch(" error log")).toEqual({ inside: false, across: [{ end: " ", rest: "error log" }] });
    expect(prefixTouch("stderr F error log").across).toEqual([{ end: "stderr f ", rest: "error log" }]);
    // Of a message that begins so, and of one of the container runtime.
    expect(prefixTouch("Z stdout F x").across).toEqual([
      { end: "z ", rest: "stdout f x" },
      { end: "z stdout f ", rest: "x" },
    ]);
  });

  it("finds every piece of a line that begins in its prefix", async () => {
    const stamps = ["2021-08-05T10:14:09Z ", "2021-08-05T10:14:09.409123456Z ", "2021-08-05T10:14:09.4-02:30 "];
    const headers = ["", "stdout F ", "stderr P "];
    await assert(
      property(constantFrom(...stamps), constantFrom(...headers), nat({ max: 40 }), nat({ max: 50 }), (...given) => {
        const [stamp, header, from, length] = given;
        const prefix = `${stamp}${header}`;
        const whole = `${prefix}request 12 timed out`;
        const prefixBytes = parseLine(new TextEncoder().encode(whole)).prefixBytes;
        expect(prefixBytes).toBe(prefix.length);
        const start = from % prefix.length;
        const needle = whole.slice(start, start + length + 1);
        const { inside, across } = prefixTouch(needle);
        if (start + needle.length <= prefix.length) expect(inside).toBe(true);
        else {
          const end = needle.slice(0, prefix.length - start).toLowerCase();
          expect(across).toContainEqual({ end, rest: whole.slice(prefix.length, start + needle.length) });
        }
      }),
    );
  });
});
