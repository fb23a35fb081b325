/**
 * Marks in the place of what was taken out: `‹redacted:aws-key:3f9a…›`, for values of Secrets with the length,
 * `‹redacted:secret:3f9a…:916 bytes›`. Groups: rule, hash (20 hex digits = 80 bits, absent where only a mask of
 * another tool was seen), bytes. The hash is keyed, so it says that two values are equal and nothing else of them.
 */
export const redactionMark = /‹redacted:([a-z0-9-]{1,40})(?::([0-9a-f]{20}))?(?::(\d{1,15}) bytes)?›/g;
