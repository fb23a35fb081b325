import { createClient, type KubinClient } from "@kubin/client";

/** Speaks to the server that served this page, as the reader of `link` where one is given. */
export function connect(link: string | undefined): KubinClient {
  const server = window.location.origin;
  return link === undefined ? createClient({ server }) : createClient({ server, link });
}
