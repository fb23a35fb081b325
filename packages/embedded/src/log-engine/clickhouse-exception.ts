/** An error as ClickHouse says it over HTTP. Codes are those of its ErrorCodes.cpp. */
export interface ClickHouseException {
  code: number;
  /** `Code: N. DB::Exception: … (NAME)`, which its clients parse. */
  message: string;
  status: number;
}

const names: Record<number, string> = {
  36: "BAD_ARGUMENTS",
  62: "SYNTAX_ERROR",
  115: "UNKNOWN_SETTING",
  158: "TOO_MANY_ROWS",
  243: "NOT_ENOUGH_SPACE",
  307: "TOO_MANY_BYTES",
  344: "SUPPORT_IS_DISABLED",
  394: "QUERY_WAS_CANCELLED",
  456: "UNKNOWN_QUERY_PARAMETER",
  1002: "UNKNOWN_EXCEPTION",
};

/** As the real server answers: unknown things 404, wrong statements 400, time over 408, all else 500. */
const statuses: Record<number, number> = { 36: 400, 60: 404, 62: 400, 81: 404, 115: 404, 159: 408, 307: 413, 456: 400 };

/** The engine itself ended inside its process: nothing but a new process helps (ABORTED). */
const fatalCode = 236;

/** An error of the bridge in ClickHouse's words, to be thrown. */
export function refusal(code: keyof typeof names & number, sentence: string): Error {
  return new Error(`Code: ${code}. DB::Exception: ${sentence} (${names[code] ?? "UNKNOWN_EXCEPTION"})`);
}

/** What to answer for anything that was thrown. */
export function exceptionOf(error: unknown): ClickHouseException {
  const text = error instanceof Error ? error.message : String(error);
  const code = /^Code: (\d+)\./.exec(text)?.[1];
  if (code !== undefined) return { code: Number(code), message: text, status: statuses[Number(code)] ?? 500 };
  return { code: 1002, message: `Code: 1002. DB::Exception: ${text} (UNKNOWN_EXCEPTION)`, status: 500 };
}

export function isFatal(exception: ClickHouseException): boolean {
  return exception.code === fatalCode;
}
