import { createElement, type FunctionComponent, use } from "react";
import { fetchFailedStyles } from "./failed-styles.ts";

export type LazyPart<Props extends object> = FunctionComponent<Props> & {
  /** Fetches the code before it is needed; anew where it could not be fetched before. */
  preload: () => Promise<void>;
};

/** What waits for an attempt must be drawn with its failure; later than this, being drawn means trying again. */
const failureHoldsMs = 2_000;

/**
 * A part of the app whose code comes when it is first shown or pointed at. Unlike the router's own, one that could not
 * be fetched (offline, server away) is tried again and never loads the whole page again by itself.
 */
export function lazyPart<Props extends object>(fetchPart: () => Promise<FunctionComponent<Props>>): LazyPart<Props> {
  let loading: Promise<FunctionComponent<Props>> | undefined;
  let failedAtMs = Number.POSITIVE_INFINITY;
  const start = () => {
    failedAtMs = Number.POSITIVE_INFINITY;
    const attempt = fetchFailedStyles()?.then(fetchPart) ?? fetchPart();
    loading = attempt;
    attempt.then(
      // `use` looks here, and then need not wait for what has already come.
      (value) => Object.assign(attempt, { status: "fulfilled", value }),
      () => {
        failedAtMs = Date.now();
      },
    );
    return attempt;
  };
  const preload = async () => {
    await (loading === undefined || failedAtMs !== Number.POSITIVE_INFINITY ? start() : loading);
  };
  const current = () => (loading === undefined || Date.now() - failedAtMs > failureHoldsMs ? start() : loading);
  return Object.assign((props: Props) => createElement(use(current()), props), { preload });
}
