import { isContinuation } from "../lines/is-continuation.ts";

/** How Java, Kotlin and .NET print an exception below the record that tells of it: `java.io.IOException: no`. */
const exceptionClass = /^(?:[A-Za-z_$][\w$]{0,99}\.){1,20}[A-Z][\w$]{0,99}(?:Exception|Error|Throwable)(?::|$)/;
/** The line that closes a Python traceback: `ValueError: no`, `requests.exceptions.Timeout`. */
const pythonClosing = /^[A-Za-z_][\w.]{0,199}(?:: |:?$)/;
/** A function in zap's stack traces: `sigs.k8s.io/x/controller.(*Controller).Start.func2.2`. */
const zapFunction = /^[\w./*()-]{3,300}$/;
const traceback = "Traceback (most recent call last):";

/** Knows the lines before, of one stream, and tells which line goes on with them. */
export class TraceTracker {
  private previous: string | undefined;
  private previousFormat = "text";
  /** Inside a Python traceback, or directly behind its closing line. */
  private python: "no" | "inside" | "closed" = "no";
  private panicked = false;

  /** Whether a line belongs to the line before; takes it for the next one's line before. */
  follows(text: string, format: string): boolean {
    if (format !== "text") {
      this.previousFormat = format;
      this.python = text.endsWith(traceback) ? "inside" : "no";
      this.panicked = false;
      this.previous = text;
      return false;
    }
    const follows = this.previous !== undefined && this.goesOn(text, this.previous);
    this.remember(text, follows);
    // Lines of a trace keep the format of the record above.
    if (!follows) this.previousFormat = format;
    this.previous = text;
    return follows;
  }

  private goesOn(text: string, previous: string): boolean {
    if (text === "") return this.panicked || this.python === "closed" || isContinuation(text, previous);
    if (isContinuation(text, previous)) return true;
    if (this.python === "inside") return pythonClosing.test(text);
    if (this.panicked) return text === "stack backtrace:" || text.startsWith("note: ") || text === "runtime stack:";
    if (this.previousFormat === "text") return false;
    if (exceptionClass.test(text)) return true;
    return this.previousFormat.startsWith("zap") && isZapFunction(text);
  }

  private remember(text: string, follows: boolean): void {
    if (text === traceback || text.endsWith(traceback)) this.python = "inside";
    else if (this.python === "inside" && text !== "" && !/^[\t ]/.test(text)) this.python = follows ? "closed" : "no";
    else if (this.python === "closed" && text !== "" && !follows) this.python = "no";
    if (text.startsWith("panic: ") || text.startsWith("fatal error: ") || isRustPanic(text)) this.panicked = true;
    else if (!follows) this.panicked = false;
  }
}

function isZapFunction(text: string): boolean {
  return text.length <= 300 && zapFunction.test(text) && text.includes(".") && /[/(]|^main\./.test(text);
}

function isRustPanic(text: string): boolean {
  return text.startsWith("thread '") && text.includes("' panicked at ");
}
