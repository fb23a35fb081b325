import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isContinuation } from "./is-continuation.ts";

/** How many lines of a log stand behind each head. */
function fold(log: string): number[] {
  const lines = log.split("\n");
  const groups: number[] = [];
  lines.forEach((line, at) => {
    const last = groups.length - 1;
    if (isContinuation(line, lines[at - 1])) groups[last] = (groups[last] ?? 0) + 1;
    else groups.push(0);
  });
  return groups;
}

describe("lines that go on", () => {
  it("are the frames and causes of a Java exception", () => {
    const log = `ERROR Could not start
java.lang.IllegalStateException: no pool
\tat com.shop.Pool.open(Pool.java:42)
\tat com.shop.Main.main(Main.java:7)
Caused by: java.net.ConnectException: Connection refused
\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
\t... 3 more
INFO next`;
    expect(fold(log)).toEqual([0, 5, 0]);
  });

  it("are the goroutines of a Go panic, with the empty lines between them", () => {
    const log = `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.run(0xc000818f48, 0x200)
\t/src/main.go:12 +0x1d
k8s.io/client-go/rest/watch.(*Decoder).Decode(0xc0006c51a0, 0x0)
\t/go/decoder.go:49 +0x6e

goroutine 202 [sync.Cond.Wait, 2 minutes]:
created by k8s.io/apimachinery/pkg/watch.NewStreamWatcher
\t/go/streamwatcher.go:76 +0xea
I0803 09:23:52.242 main.go:1] next`;
    // The panic's own line, then (after an empty line that belongs to nothing yet) the goroutines as one.
    expect(fold(log)).toEqual([0, 9, 0]);
  });

  it("are indented lines of Python, Node, .NET and YAML", () => {
    expect(
      fold('Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    run()\nValueError: no'),
    ).toEqual([2, 0]);
    expect(fold("Error: boom\n    at run (/app/a.js:3:7)\n    at node:internal/main:1:2\nok")).toEqual([2, 0]);
    expect(
      fold("Unhandled exception. System.Exception: no\n   at Shop.Main()\n--- End of stack trace ---\nok"),
    ).toEqual([2, 0]);
  });

  it("are not the ordinary lines of a log, whatever stands in them", () => {
    const log = `I0803 09:23:52.242 main.go:1] started
{"level":"info","msg":"at work"}
time="2021-08-03" level=info msg=ready
10.0.0.1 - - "GET /healthz HTTP/1.1" 200
attached volume(vol-1)`;
    expect(fold(log)).toEqual([0, 0, 0, 0, 0]);
  });

  it("never begin a log", () => {
    fc.assert(fc.property(fc.string(), (line) => !isContinuation(line, undefined)));
  });
});
