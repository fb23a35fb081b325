// Apart from the contracts: what reads queries in a browser must not bring Zod along, whose probe for eval breaks the CSP.

/** One scale for all formats; the order is the severity. */
export const levels = ["unknown", "trace", "debug", "info", "warn", "error", "fatal"] as const;

/** Which run of a container wrote the lines. */
export const logSources = ["current", "previous"] as const;
