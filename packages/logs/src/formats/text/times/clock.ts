/** The number of `count` digits at `at`, -1 if they are none. */
export function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Seconds since midnight of `10:14:09` at `at`, the hour padded with a zero or a blank; -1 if it is none. */
export function clockAt(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return -1;
  const hour = text.charCodeAt(at) === 32 ? digitsAt(text, at + 1, 1) : digitsAt(text, at, 2);
  const minute = digitsAt(text, at + 3, 2);
  const second = digitsAt(text, at + 6, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Nanoseconds of `.409`, `,409` or `:409` at `at`; `end` stays there when no fraction follows. */
export function fractionAt(text: string, at: number): { nanos: number; end: number } {
  const mark = text.charCodeAt(at);
  if ((mark !== 46 && mark !== 44 && mark !== 58) || !isDigitAt(text, at + 1)) return { nanos: 0, end: at };
  let nanos = 0;
  let end = at + 1;
  for (; isDigitAt(text, end); end += 1) {
    if (end <= at + 9) nanos = nanos * 10 + text.charCodeAt(end) - 48;
  }
  for (let digits = end - at - 1; digits < 9; digits += 1) nanos *= 10;
  return { nanos, end };
}
