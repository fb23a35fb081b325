import type { KubinClient } from "@kubin/client";

type Answer<Procedure extends { query: (...asked: never[]) => unknown }> = Awaited<ReturnType<Procedure["query"]>>;

interface Answers {
  snapshot: Answer<KubinClient["metadata"]["open"]>;
  kinds: Answer<KubinClient["metadata"]["kinds"]>;
  overview: Answer<KubinClient["analytics"]["overview"]>;
}

/** What the script in `index.html` asked for before the app was there; rejected where it failed or was not asked. */
export type EarlyAnswers = { [Name in keyof Answers]: Promise<Answers[Name]> } & {
  /** The page that it asked for. */
  path: string;
  /** What has come already: the first picture of the app can show it. */
  arrived: Partial<Answers>;
};

declare global {
  interface Window {
    kubinEarly?: EarlyAnswers;
  }
}

/** The early answers for the page at `path`. They are given once: later on they may be out of date. */
export function takeEarlyAnswers(path: string): EarlyAnswers | undefined {
  const answers = window.kubinEarly;
  delete window.kubinEarly;
  return answers?.path === path ? answers : undefined;
}
