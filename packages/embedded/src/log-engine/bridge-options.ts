/** What the child process is started with, as JSON in its one argument. No secret: the command line is public. */
export interface BridgeProcessOptions {
  dataDir: string;
  spoolDir: string;
  socketPath: string;
  /** Name of the lock that keeps a second process off `dataDir` until the first is really gone. */
  lockAddress: string;
  maxExecutionSeconds: number;
  maxMemoryBytes: number;
}

/** The argument of a process that only `startLogEngine` starts, and always with these options. */
export function bridgeProcessOptions(argument: string | undefined): BridgeProcessOptions {
  return JSON.parse(argument ?? "") as BridgeProcessOptions;
}
