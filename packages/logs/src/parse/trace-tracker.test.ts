import { describe, expect, it } from "vitest";
import { openLineParser } from "./line-parser.ts";

/** Which lines of a log go on with the line before, by number. */
function continuing(log: string): number[] {
  const parser = openLineParser();
  const parsed = parser.read(log.split("\n").map((line) => new TextEncoder().encode(line)));
  return parsed.flatMap(({ continues }, index) => (continues ? [index] : []));
}

describe("lines of a trace", () => {
  it("of Python, with the closing line, the blank and the next exception", () => {
    const log = `level=error msg="no"
Traceback (most recent call last):
  File "/app/a.py", line 3, in run
    connect()
ConnectionRefusedError: [Errno 111] Connection refused

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/b.py", line 9, in <module>
requests.exceptions.ConnectionError
level=info msg=next
plain`;
    expect(continuing(log)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("of Java, below the record that tells of it", () => {
    const log = `level=error msg="Could not start"
java.lang.IllegalStateException: no pool
\tat com.shop.Pool.open(Pool.java:42)
Caused by: java.net.ConnectException: Connection refused
\t... 3 more
level=info msg=next`;
    expect(continuing(log)).toEqual([1, 2, 3, 4]);
  });

  it("of a Go panic, with the blank behind its own line", () => {
    const log = `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.run(0xc000818f48, 0x200)
\t/src/main.go:12 +0x1d
exit`;
    expect(continuing(log)).toEqual([1, 2, 3, 4]);
  });

  it("of zap, whose functions have no arguments", () => {
    const log = `2021-08-05T10:14:09.409Z\tERROR\tcontroller\tcontroller.go:1\tReconciler error\t{"name": "a"}
sigs.k8s.io/controller-runtime/pkg/internal/controller.(*Controller).Start.func2.2
\t/go/pkg/mod/sigs.k8s.io/controller-runtime@v0.14.1/pkg/internal/controller/controller.go:234
2021-08-05T10:14:09.409Z\tINFO\tcontroller\tnext`;
    expect(continuing(log)).toEqual([1, 2]);
  });

  it("of Rust, .NET and Node", () => {
    expect(
      continuing(
        "thread 'main' panicked at src/main.rs:2:5:\n  no\nstack backtrace:\n   0: rust_begin_unwind\nnote: run with\nok",
      ),
    ).toEqual([1, 2, 3, 4]);
    expect(continuing("fail\n   at Shop.Main()\n--- End of stack trace ---\nok")).toEqual([1, 2]);
    expect(continuing("Error: boom\n    at run (/app/a.js:3:7)\nok")).toEqual([1]);
  });

  it("are not lines that formats know, or that say nothing of a trace", () => {
    expect(continuing("level=info msg=a\nServing on :8080\nlevel=info msg=b\nno.such.thing")).toEqual([]);
  });
});
