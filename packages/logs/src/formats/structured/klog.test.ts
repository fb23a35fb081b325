import { describe, expect, it } from "vitest";
import { formatNanos } from "../../lines/nanos.ts";
import { klog } from "./klog.ts";

const capturedAt = new Date("2021-08-05T12:00:00Z");

function read(text: string): unknown {
  const reading = klog.read(text, { capturedAt });
  if (!reading) return undefined;
  const { body, level, time, fields } = reading;
  return { body, level, at: time && formatNanos(time.at), from: time?.from, fields: Object.fromEntries(fields ?? []) };
}

describe("klog", () => {
  it("has caller and thread before a text", () => {
    expect(read("I0803 09:20:37.883419       1 main.go:178] Valid token audiences: ")).toEqual({
      body: "Valid token audiences: ",
      level: "info",
      at: "2021-08-03T09:20:37.883419000Z",
      from: "line-year",
      fields: { caller: "main.go:178", thread: "1" },
    });
  });

  it("has a message in quotes and attributes behind it", () => {
    const line =
      'I0803 09:38:47.502415       1 httplog.go:96] "HTTP" verb="GET" URI="/apis/packages.operators.coreos.com/v1?timeout=32s" latency="3.554066ms" userAgent="a \\"b\\"" audit-ID="56b84da7" srcIP="10.129.0.1:44940" resp=200';
    expect(read(line)).toMatchObject({
      body: "HTTP",
      fields: {
        method: "GET",
        path: "/apis/packages.operators.coreos.com/v1",
        URI: "/apis/packages.operators.coreos.com/v1?timeout=32s",
        duration: "3.554066",
        latency: "3.554066ms",
        userAgent: 'a "b"',
        "audit-ID": "56b84da7",
        status: "200",
      },
    });
  });

  it("keeps lists, structures and names of columns", () => {
    const line =
      'I0803 09:27:57.406573    1354 kubelet.go:1944] "SyncLoop ADD" source="api" pods=[a/b c/d] pod="ns/name" podObject={"a": 1} level=5';
    expect(read(line)).toMatchObject({
      body: "SyncLoop ADD",
      level: "info",
      fields: { source: "api", pods: "[a/b c/d]", pod: "ns/name", podObject: '{"a": 1}', level: "5" },
    });
  });

  it("of klogr has its message among the attributes, perhaps behind the logger", () => {
    const line =
      'E0805 10:14:09.409123       1 x.go:1] cert-manager/issuers "msg"="no issuer" "error"="not found" "key"=3';
    expect(read(line)).toMatchObject({
      body: "no issuer",
      level: "error",
      fields: { logger: "cert-manager/issuers", error: "not found", key: "3" },
    });
  });

  it("of glog may write the year", () => {
    expect(read("W20210805 10:14:09.409123 952452992 x.cc:12] late")).toMatchObject({
      at: "2021-08-05T10:14:09.409123000Z",
      from: "line-utc",
      body: "late",
    });
  });

  it.each([
    ["E0805 10:14:09.409123 x", "x"],
    ["E0805 10:14:09.409123", ""],
    ["E0805 10:14:09.409123       1 x.go:1]", ""],
    ['E0805 10:14:09.409123       1 x.go:1] "cut in the mid', "cut in the mid"],
    ['E0805 10:14:09.409123       1 x.go:1] "a" "b"', "a"],
    ['E0805 10:14:09.409123       1 x.go:1] "a": b', '"a": b'],
  ])("may lack parts: %s", (line, body) => {
    expect(read(line)).toMatchObject({ body, level: "error" });
  });

  it.each(["I0835 10:14:09.409123 x", "I0805 25:14:09.409123 x", "I0805 10:14:09.40912x x", "Info", "", "I"])(
    "is not %s",
    (line) => {
      expect(read(line)).toBeUndefined();
    },
  );
});
