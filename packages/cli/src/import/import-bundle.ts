import { readPolicy } from "../config/policy.ts";
import type { Io } from "../io.ts";
import { serverForUpload } from "../session/server-for-upload.ts";
import { worseOf } from "../usage/exit-code.ts";
import { chooseBundles } from "./choose-bundles.ts";
import { confirmSecrets } from "./confirm-secrets.ts";
import { createJob } from "./create-job.ts";
import { dryRun } from "./dry-run/dry-run.ts";
import { type ImportArgs, parseImport } from "./import-args.ts";
import type { ImportJob } from "./import-job.ts";
import { kubinFileKind } from "./kubin-file/open-kubin-file.ts";
import { saveJob } from "./kubin-file/save-job.ts";
import { refuseMeaningless, sendKubinFile } from "./kubin-file/send-kubin-file.ts";
import { openBundle } from "./open-bundle.ts";
import { privateFolder } from "./private-folder.ts";
import { redactionSettings } from "./redaction-settings.ts";
import { keepStdin } from "./resume/kept-spool.ts";
import { noteOfSource } from "./resume/note-of-source.ts";
import { checkReviewable, reviewBundle } from "./review/review-bundle.ts";
import { sendJob } from "./send-job.ts";

/** `kubin import`: the link first, then the upload, then what became of it. */
export async function importBundle(io: Io, args: ImportArgs): Promise<number> {
  const plan = parseImport(args);
  const policy = await readPolicy(io);
  for (const option of ["keep-secrets", "include-raw"] as const) if (args[option]) policy.allowOption(option);
  if (args.review) checkReviewable(io, args.source);
  const settings = await redactionSettings(io, args);
  const file = args["to-file"];
  const server = args["dry-run"] || file !== undefined ? undefined : await serverForUpload({ io, args, policy });
  await using spool = args.source === "-" && server !== undefined ? await keepStdin(io) : undefined;
  const path = spool?.path ?? args.source;
  const note = server === undefined ? undefined : await noteOfSource({ io, path, spool });
  const kind = await kubinFileKind(path);
  if (kind) refuseMeaningless(args);
  if (kind && server !== undefined) return await sendKubinFile({ io, args, plan, server, path, kind, note });
  await using folder = await privateFolder(io);
  await using opened = await openBundle({ io, path, spoolDir: folder.path, ...(spool && { name: "stdin" }) });
  const chosen = await chooseBundles({ io, args, bundles: opened.bundles });
  const given = { io, args, plan, source: opened.source, folder: folder.path, note };
  let code = 0;
  for (const [index, bundle] of chosen.entries()) {
    const number = chosen.length > 1 ? index + 1 : undefined;
    const created = await createJob({ given, bundle, number, settings });
    if (args["keep-secrets"] && !args["dry-run"]) await confirmSecrets(io, created.name);
    const job = args.review ? await reviewBundle(created) : created;
    code = worseOf(code, await deliver({ job, file, server }));
  }
  return code;
}

/** Where the packed bundle goes: a file, a server, or nowhere. */
function deliver(opts: { job: ImportJob; file: string | undefined; server: string | undefined }): Promise<number> {
  const { job, file, server } = opts;
  if (file !== undefined) return saveJob(job, file);
  return server === undefined ? dryRun(job) : sendJob(job, server);
}
