import { isKubinError, KubinError } from "@kubin/schema";
import { type Policy, readPolicy } from "../../config/policy.ts";
import { type Io, tell } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { announce } from "../announce.ts";
import { finishImport } from "../finish-import.ts";
import { type ImportArgs, parseImport } from "../import-args.ts";
import { kubinFileKind } from "../kubin-file/open-kubin-file.ts";
import { sendKubinFile } from "../kubin-file/send-kubin-file.ts";
import { openBundle } from "../open-bundle.ts";
import { privateFolder } from "../private-folder.ts";
import { createProgress } from "../progress/create-progress.ts";
import { sendJob } from "../send-job.ts";
import { checkSource } from "./check-source.ts";
import { copyCapture } from "./copy-capture.ts";
import { pickUpload } from "./pick-upload.ts";
import { refuseNewOptions } from "./refuse-new-options.ts";
import { snapshotToResume } from "./snapshot-to-resume.ts";
import { nameOf } from "./source-words.ts";
import { sweepSpools } from "./sweep-spools.ts";
import type { Packing, UnfinishedUpload } from "./unfinished-upload.ts";
import { oldNote } from "./upload-note.ts";
import { removeNote } from "./write-note.ts";

/** Of an import that goes on, the source may be left to us. */
type ResumeArgs = Omit<ImportArgs, "source"> & { source: string | undefined };

/**
 * `kubin import --resume`: the same source packed with the same key gives the same parts, so the server is sent what it
 * does not have. Throws BAD_INPUT when nothing was stopped, CONFLICT when source or server do not allow it any more.
 */
export async function resumeImport(io: Io, args: ResumeArgs): Promise<number> {
  const startedAt = Date.now();
  refuseNewOptions(args);
  const note = await pickUpload(io, args.source);
  try {
    await allow(note, await readPolicy(io));
    await checkSource(note);
    const { ticket, server, name } = note;
    const snapshot = await stillOpen(io, note);
    if (!args.quiet) tell(io, `Going on with ${nameOf(note)}, begun ${note.startedAt.slice(0, 16)}Z`);
    if (snapshot.state === "INITIATED" || snapshot.state === "UPLOADING") return await sendRest(io, args, note);
    // Only the answer to the last step got lost.
    await announce({ io, args, server, ticket, name });
    await removeNote(io, note);
    using progress = createProgress({ io, quiet: args.quiet });
    return await finishImport({ io, args, server, ticket, first: snapshot, progress, startedAt });
  } finally {
    await sweepSpools(io, note);
  }
}

function allow({ server, packing }: UnfinishedUpload, policy: Policy): void {
  policy.allowServer(server);
  if (packing?.keepSecrets) policy.allowOption("keep-secrets");
  if (packing?.includeRaw) policy.allowOption("include-raw");
}

/** Where the server has no use for more, the note goes. */
async function stillOpen(io: Io, note: UnfinishedUpload) {
  try {
    return await snapshotToResume(io, note);
  } catch (error) {
    if (!isKubinError(error, "CONFLICT") && !isKubinError(error, "EXPIRED")) throw error;
    const rescued = note.layout === "live" ? await rescue(io, note) : undefined;
    await removeNote(io, note);
    if (rescued === undefined) throw error;
    const [first = ""] = error.message.split("\nImport it anew");
    throw new KubinError(error.code, `${first}\nThe capture is in ${rescued}: kubin import ${rescued}`, {
      cause: error,
    });
  }
}

/** What is a capture cannot be made anew, and the sweep would take its file. */
async function rescue(io: Io, { source, name, startedAt }: UnfinishedUpload): Promise<string> {
  return inert(await copyCapture({ io, file: source.path, name, startedAt: new Date(startedAt) }));
}

async function sendRest(io: Io, args: ResumeArgs, note: UnfinishedUpload): Promise<number> {
  const { path, stdin } = note.source;
  const source = stdin ? "-" : path;
  if (!note.packing) {
    const kind = await kubinFileKind(path);
    if (!kind) throw new KubinError("CONFLICT", `${nameOf(note)} is no kubin file any more.`);
    const own = { ...args, source, identity: args.identity ?? note.identity };
    const { server, name } = note;
    return sendKubinFile({
      io,
      args: own,
      plan: parseImport(own),
      server,
      path,
      kind,
      name,
      note: () => oldNote(io, note),
    });
  }
  const { packing } = note;
  const own = { ...args, source };
  await using folder = await privateFolder(io);
  await using opened = await openBundle({ io, path, spoolDir: folder.path, ...(stdin && { name: "stdin" }) });
  const bundle = opened.bundles.find(({ layout, root }) => layout === note.layout && root === packing.root);
  if (!bundle) throw new KubinError("CONFLICT", `${nameOf(note)} holds no ${note.layout} any more.`);
  const job = {
    io,
    args: own,
    plan: parseImport(own),
    source: opened.source,
    bundle,
    name: note.name,
    redaction: redactionOf(packing),
    includeRaw: packing.includeRaw,
    // Decided when it began, and in the note.
    rulesFile: "",
    label: (text: string) => text,
    folder: folder.path,
    startedAt: Date.now(),
    note: () => oldNote(io, note),
  };
  return await sendJob(job, note.server);
}

function redactionOf({ key, rules, redactNames, keepSecrets }: Packing) {
  return { key: Buffer.from(key, "base64"), ...(rules && { rules }), redactNames, keepSecrets };
}
