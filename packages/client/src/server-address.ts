import { KubinError } from "@kubin/schema";

/** `http://host:7780/` → `http://host:7780`. A path in front of Kubin stays. Throws BAD_INPUT with what was expected. */
export function normaliseServer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:") || url.hostname === "") {
    throw new KubinError(
      "BAD_INPUT",
      `"${text}" is not the address of a server. Expected something like http://127.0.0.1:7780.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
