import { Marked } from "./marked.tsx";

/** A captured name: inert, and its direction of writing stays its own. */
export function Name({ text }: { text: string }) {
  return (
    <bdi>
      <Marked text={text} />
    </bdi>
  );
}
