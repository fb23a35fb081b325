/**
 * How lines of stack traces begin that are not indented: Java and .NET causes, Python's closing line stands by itself,
 * Go's goroutines and the calls in them. From the formats' own documentation and real logs.
 */
const begins = [
  /^(Caused by|Suppressed): /,
  /^\.\.\. \d+ (more|common frames omitted)/,
  /^(at |--> |---> |--- End of )/,
  /^goroutine \d+ \[[^\]]*\]:?$/,
  /^created by [\w./(*)-]+/,
  /^\[signal SIG[A-Z]+/,
  /^Traceback \(most recent call last\):$/,
  /^(During handling of the above exception|The above exception was the direct cause)/,
];
/** A call in a Go trace: `main.run(0xc000818f48, 0x200)`, `k8s.io/x/y.(*T).Read(...)`. */
const goCall = /^[\w./-]+\.(\(\*?\w+\)\.)?[\w.{}]+\([0-9a-fx, .{}?]*\)$/;

/**
 * Whether a line belongs to the line before it: part of a stack trace or of a record over several lines. An empty line
 * belongs to a trace that goes on around it.
 */
export function isContinuation(message: string, previous: string | undefined): boolean {
  if (previous === undefined) return false;
  if (message === "") return looksTraced(previous);
  if (/^[\t ]/.test(message)) return true;
  if (begins.some((begin) => begin.test(message))) return true;
  return goCall.test(message) && looksTraced(previous);
}

function looksTraced(line: string): boolean {
  return /^[\t ]/.test(line) || line === "" || goCall.test(line) || begins.some((begin) => begin.test(line));
}
