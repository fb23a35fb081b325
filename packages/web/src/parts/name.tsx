import { plainText } from "../plain/plain-text.ts";

/** A captured name: inert, and its direction of writing stays its own. */
export function Name({ text }: { text: string }) {
  return <bdi>{plainText(text)}</bdi>;
}
