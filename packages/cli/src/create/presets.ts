/** Numbers of a capture that a preset sets; each option of its own wins. */
export interface Preset {
  /** Lines of so long. */
  since: string | undefined;
  /** Of one log. */
  maxLogBytes: string;
  /** Of all logs. */
  maxBytes: string;
  /** For all. */
  timeLimit: string;
  logs: boolean;
  previous: boolean;
  openApi: boolean;
  nodeSummaries: boolean;
}

/** incident: what an on-call engineer wants now. audit: the state, no logs. minimal: small and quick. */
export const presets = {
  incident: {
    since: "24h",
    maxLogBytes: "10M",
    maxBytes: "2G",
    timeLimit: "5m",
    logs: true,
    previous: true,
    openApi: false,
    nodeSummaries: true,
  },
  audit: {
    since: undefined,
    maxLogBytes: "10M",
    maxBytes: "2G",
    timeLimit: "10m",
    logs: false,
    previous: false,
    openApi: true,
    nodeSummaries: true,
  },
  minimal: {
    since: "1h",
    maxLogBytes: "1M",
    maxBytes: "100M",
    timeLimit: "1m",
    logs: true,
    previous: true,
    openApi: false,
    nodeSummaries: false,
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
