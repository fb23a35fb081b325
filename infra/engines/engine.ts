/** Where an engine keeps what it needs. Folders are made before they are handed over. */
export interface Place {
  /** What was downloaded or built; shared by all runs. */
  cache: string;
  /** Data, configuration and log of this engine. */
  run: string;
}

/** A process to start. */
export interface Launch {
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Whom it runs as, where the engine refuses root. */
  user?: { uid: number; gid: number };
  /** Asks it to end in good order; default SIGTERM. */
  stopSignal?: NodeJS.Signals;
}

/** A real engine on loopback ports of its own, started natively. */
export interface Engine {
  name: string;
  /** What it is and for which port of Kubin, in one line. */
  about: string;
  /** Loopback TCP ports; the first is the one it is asked on. */
  ports: readonly number[];
  /** Engines that must answer before this one starts. */
  needs: readonly string[];
  /** Gets what is missing and says what it does; quick when nothing is. */
  install(place: Place, say: (words: string) => void): Promise<void>;
  /** Prepares its data folder where it is new, and tells which processes to start. */
  prepare(place: Place): Promise<Launch[]>;
  /** What is left to do once its processes run; may come before they answer, and again after each start. */
  join?(place: Place): Promise<void>;
  /** Throws, with what it said, unless it works. */
  ask(place: Place): Promise<void>;
  /** What Kubin's environment needs to use it. */
  environment(): Record<string, string>;
}
