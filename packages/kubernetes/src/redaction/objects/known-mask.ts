import { redactionMark } from "@kubin/schema";

/** Masks of other tools: troubleshoot's `***HIDDEN***`, rows of stars or x, "<redacted>" and its kin. */
const foreignMask =
  /^(\*{3,}(HIDDEN\*{3,})?|[[<(]?(redacted|hidden|masked|censored|removed|omitted|sanitized)[\])>]?|x{5,})$/i;
/** What must-gather-clean and `oc adm inspect` put in the place of a value. */
const foreignLength = /^(\d{1,12}) bytes long$/;

/** Whether the whole text is a mark of ours: doing it twice changes nothing more. */
function isMark(text: string): boolean {
  if (!text.startsWith("‹redacted:")) return false;
  return new RegExp(`^${redactionMark.source}$`).test(text);
}

/** Whether the whole text is a mark, of ours or of another tool: nothing is left to take out. */
export function isMask(text: string): boolean {
  return isMark(text) || foreignMask.test(text.trim());
}

/** The length that a mask of another tool tells in the place of a value, e.g. of "916 bytes long". */
export function toldLength(text: string): string | undefined {
  return foreignLength.exec(text)?.[1];
}
