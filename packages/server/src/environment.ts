/** What a process was started with; passed in, so that nothing below the entry point reads it by itself. */
export type Environment = Readonly<Record<string, string | undefined>>;
