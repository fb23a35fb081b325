import { createElement, type FunctionComponent, use } from "react";

export type LazyPart<Props extends object> = FunctionComponent<Props> & {
  /** Fetches the code before it is needed; anew where it could not be fetched before. */
  preload: () => Promise<void>;
};

/**
 * A part of the app whose code comes when it is first shown or pointed at. Unlike the router's own, one that could not
 * be fetched (offline, server away) is tried again and never loads the whole page again by itself.
 */
export function lazyPart<Props extends object>(fetchPart: () => Promise<FunctionComponent<Props>>): LazyPart<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  let loading: Promise<FunctionComponent<Props>> | undefined;
  let failed = false;
  const start = () => {
    failed = false;
    loading = fetchPart().then(
      (part) => {
        loaded = part;
        return part;
      },
      (error: unknown) => {
        failed = true;
        throw error;
      },
    );
    return loading;
  };
  const preload = async () => {
    await (loading === undefined || failed ? start() : loading);
  };
  // What waits here must see its own attempt fail, or it would try for ever.
  return Object.assign((props: Props) => createElement(loaded ?? use(loading ?? start()), props), { preload });
}
