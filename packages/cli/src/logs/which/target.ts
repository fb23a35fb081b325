import { KubinError } from "@kubin/schema";
import { inert } from "../../output/inert.ts";

/** Whose logs are wanted, as it was typed. */
export interface Target {
  /** As in `deploy/web`; a pod, else a workload, where it is left out. */
  kind: string | undefined;
  name: string;
}

/** `web-0`, `pod/web-0`, `deploy/web`. Throws BAD_INPUT for anything else. */
export function parseTarget(text: string): Target {
  const [one = "", two, ...rest] = text.split("/");
  if (two === undefined && one !== "") return { kind: undefined, name: one };
  if (one !== "" && two && rest.length === 0) return { kind: one, name: two };
  const said = `"${inert(text)}" is no pod and no workload.`;
  throw new KubinError("BAD_INPUT", `${said}\nExpected a name or kind/name: web-0, pod/web-0, deploy/web, svc/web.`);
}

export function isPodKind(kind: string): boolean {
  return /^(?:pods?|po)$/i.test(kind);
}
