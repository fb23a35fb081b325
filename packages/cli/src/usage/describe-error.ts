import { isKubinError } from "@kubin/schema";
import { inert } from "../output/inert.ts";

const hints: Record<string, string> = {
  UNAVAILABLE: "--server or KUBIN_SERVER names another server; `npm start` in the Kubin repository starts one.",
};

/** `error: what is wrong`, further sentences on lines of their own below it. Nothing in it can drive a terminal. */
export function describeError(error: unknown): string {
  if (isKubinError(error)) {
    const hint = hints[error.code];
    return layOut([...error.message.split("\n"), ...(hint ? [hint] : [])]);
  }
  const said = error instanceof Error ? error.message : String(error);
  return layOut([`Something went wrong inside kubin: ${said}`, "Please report it, with `KUBIN_DEBUG=1` set for the details."]);
}

function layOut(lines: readonly string[]): string {
  const [first = "", ...rest] = lines.map((line) => inert(line.trim()));
  return [`error: ${first}`, ...rest.map((line) => `  ${line}`)].join("\n");
}
