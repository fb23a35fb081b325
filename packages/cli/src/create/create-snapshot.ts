import { isNotCaptured, KubinError } from "@kubin/schema";
import { readPolicy } from "../config/policy.ts";
import { confirmSecrets } from "../import/confirm-secrets.ts";
import { saveJob } from "../import/kubin-file/save-job.ts";
import { redactionSettings } from "../import/redaction-settings.ts";
import type { Io } from "../io.ts";
import { serverForUpload } from "../session/server-for-upload.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { loadKubeconfig } from "./cluster/load-kubeconfig.ts";
import { clusterName } from "./cluster-name.ts";
import { type CreateArgs, parseCreate } from "./create-args.ts";
import { importArgs } from "./import-args.ts";
import { openCapture } from "./open-capture.ts";
import { planCapture } from "./plan-capture.ts";
import { resolveSettings } from "./resolve-settings.ts";
import { sendCapture } from "./send-capture.ts";

/** `kubin create`: the link first, then the capture and its upload side by side, then what became of it. */
export async function createSnapshot(io: Io, given: CreateArgs): Promise<number> {
  if (given.resume || given.discard) return goOn(io, given);
  const { values } = await resolveSettings(io, given);
  const args = { ...given, ...values };
  const plan = parseCreate(args);
  const policy = await readPolicy(io);
  if (args["keep-secrets"]) policy.allowOption("keep-secrets");
  const settings = await redactionSettings(io, args);
  const access = await loadKubeconfig(io, args);
  if (args["dry-run"]) {
    await planCapture({ io, args, plan, access });
    return exitCodes.done;
  }
  const file = args["to-file"];
  const server = file === undefined ? await serverForUpload({ io, args, policy }) : undefined;
  const name = args.name ?? clusterName(access) ?? "cluster";
  await using capture = await openCapture({ io, args, plan, access, settings, name });
  if (args["keep-secrets"]) await confirmSecrets(io, capture.job.name);
  if (server === undefined) {
    const code = await saveJob(capture.job, file ?? `${name}.kubin`);
    return code === exitCodes.done && capture.source.gaps().some(isNotCaptured) ? exitCodes.partial : code;
  }
  return await sendCapture(capture, server);
}

/** A capture whose upload was stopped lies packed in a file, which is imported like any other. */
async function goOn(io: Io, args: CreateArgs): Promise<number> {
  if (!args.resume) {
    throw new KubinError("BAD_INPUT", "--discard gives a stopped capture up: kubin create --resume --discard");
  }
  if (args.discard) return (await import("../import/resume/discard-upload.ts")).discardUpload(io, "-");
  return (await import("../import/resume/resume-import.ts")).resumeImport(io, importArgs(args));
}
