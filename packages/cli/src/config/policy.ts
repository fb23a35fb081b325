import { readFile } from "node:fs/promises";
import { isKubinError } from "@kubin/schema";
import { z } from "zod";
import type { Io } from "../io.ts";
import { inert } from "../output/inert.ts";
import { parseYaml } from "./parse-yaml.ts";
import { isPinned } from "./pinned-server.ts";
import { PolicyRefusal } from "./policy-refusal.ts";

/** Where the administrator of a machine says what may leave it. No option and no variable names another file. */
const policyPath = "/etc/kubin/policy.yaml";

const forbidden = ["keep-secrets", "include-raw"] as const;
type Forbidden = (typeof forbidden)[number];

const Policy = z.strictObject({
  /** Addresses, or host names with `*`, that may be uploaded to; any without it. */
  servers: z.array(z.string().min(1).max(1000)).min(1).max(1000).optional(),
  /** Options that nobody may use here. */
  forbid: z.array(z.enum(forbidden)).default([]),
});

/** What may be done on this machine. */
export interface Policy {
  /** Throws FORBIDDEN (exit code 2) for a server that is not among the pinned ones. `server` is normalised. */
  allowServer(server: string): void;
  /** Throws FORBIDDEN (exit code 2) where the option is forbidden here. */
  allowOption(option: Forbidden): void;
}

/** The machine's policy. A file that is there and cannot be read, or is not as expected, forbids every import. */
export async function readPolicy(io: Io): Promise<Policy> {
  const path = io.policyFile ?? policyPath;
  const { servers, forbid } = await read(path);
  return {
    allowServer(server) {
      if (!servers || isPinned(servers, server)) return;
      const allowed = servers.slice(0, 10).map(inert).join(", ");
      throw new PolicyRefusal(`${server} is no server that ${path} allows.\nAllowed: ${allowed}.`);
    },
    allowOption(option) {
      if (forbid.includes(option)) throw new PolicyRefusal(`${path} forbids --${option} on this machine.`);
    },
  };
}

async function read(path: string): Promise<z.infer<typeof Policy>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { forbid: [] };
    const sentence = `${path} cannot be read (${String(code)}), so nothing may leave this machine.`;
    throw new PolicyRefusal(`${sentence}\nAsk its administrator to make it readable.`, { cause: error });
  }
  try {
    return await parseYaml({ path, text, schema: Policy });
  } catch (error) {
    if (!isKubinError(error)) throw error;
    throw new PolicyRefusal(`${error.message}\nUntil its administrator corrects it, nothing may leave this machine.`, {
      cause: error,
    });
  }
}
