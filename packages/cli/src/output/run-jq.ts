import { KubinError } from "@kubin/schema";
import { raw } from "jq-wasm";

/** What the jq program makes of `value`; strings are printed bare, as `jq -r` does. Throws BAD_INPUT with jq's words. */
export async function runJq(value: unknown, program: string): Promise<string> {
  try {
    const text = await raw(JSON.stringify(value), program, ["-r"]);
    return text === "" || text.endsWith("\n") ? text : `${text}\n`;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new KubinError("BAD_INPUT", `jq could not run ${JSON.stringify(program)}: ${said.trim()}`, { cause: error });
  }
}
