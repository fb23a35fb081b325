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
/** Longer lines are no frames; what is bounded here keeps the expression below from taking long over them. */
const longestFrame = 1024;
/** A call in a Go trace: `main.run(0xc000818f48, 0x200)`, `k8s.io/x/y.(*T).Read(...)`. */
const goCall = /^[\w./-]+\.(\(\*?\w+\)\.)?[\w.{}]+\([0-9a-fx, .{}?]*\)$/;
/** The end of what was printed over several lines, `})`. */
const closing = /^[\])}]{1,8}[,;]?$/;

/** An item of printed YAML, whose lists are not indented. */
const listItem = /^- [\w.]{1,100}:/;

/**
 * Whether a line belongs to the line before it: part of a stack trace or of a record over several lines. An empty line
 * belongs to a trace that goes on around it.
 */
export function isContinuation(message: string, previous: string | undefined): boolean {
  if (previous === undefined) return false;
  if (message === "") return looksTraced(previous);
  if (isIndented(message)) return true;
  if (begins.some((begin) => begin.test(message))) return true;
  if (closing.test(message) || listItem.test(message)) return isIndented(previous);
  return isGoCall(message) && looksTraced(previous);
}

function isIndented(line: string): boolean {
  return line.startsWith("\t") || line.startsWith(" ");
}

function isGoCall(line: string): boolean {
  return line.length <= longestFrame && goCall.test(line);
}

function looksTraced(line: string): boolean {
  return isIndented(line) || line === "" || isGoCall(line) || begins.some((begin) => begin.test(line));
}
