/** What the child process is told first. Not on its command line, which all users of the machine can read. */
export interface BridgeProcessOptions {
  dataDir: string;
  spoolDir: string;
  socketPath: string;
  /** Name of the lock that keeps a second process off `dataDir` until the first is really gone. */
  lockAddress: string;
  maxExecutionSeconds: number;
  maxMemoryBytes: number;
}

/** The first message to a process that only `startLogEngine` starts, and always with these options. */
export function bridgeProcessOptions(message: unknown): BridgeProcessOptions {
  return message as BridgeProcessOptions;
}
