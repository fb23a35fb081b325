// Apart from the contracts: what reads queries in a browser must not bring Zod along, whose probe for eval breaks the CSP.

/** One scale for all formats; the order is the severity. */
export const levels = ["unknown", "trace", "debug", "info", "warn", "error", "fatal"] as const;

/** Which run of a container wrote the lines. */
export const logSources = ["current", "previous"] as const;

/**
 * How the time of a line is known: from the kubelet or container runtime around it (`envelope`), written by the program
 * with a zone (`line`), without one and read as UTC (`line-utc`), without a year (`line-year`), or not at all.
 */
export const timeSources = ["none", "envelope", "line", "line-utc", "line-year"] as const;
