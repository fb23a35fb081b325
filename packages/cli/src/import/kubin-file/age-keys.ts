import { readFile, stat } from "node:fs/promises";
import { KubinError } from "@kubin/schema";
import type { Decrypter, Encrypter } from "age-encryption";
import { inert } from "../../output/inert.ts";

/** More than any list of keys has. */
const maxKeyFileBytes = 1024 * 1024;

/** Encrypts to all recipients of `--encrypt-to`: each an `age1…`, or `@file` with one a line. Throws BAD_INPUT. */
export async function encrypterTo(recipients: readonly string[]): Promise<Encrypter> {
  const age = await import("age-encryption");
  const encrypter = new age.Encrypter();
  const all: string[] = [];
  for (const one of recipients) all.push(...(one.startsWith("@") ? await linesOf(one.slice(1)) : [one]));
  if (all.length === 0) throw new KubinError("BAD_INPUT", "--encrypt-to names no recipient.");
  for (const recipient of all) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      // A secret key given by mistake must not be shown.
      const shown = recipient.startsWith("age1") ? `, not ${inert(recipient.slice(0, 80))}` : "";
      const sentence = `--encrypt-to takes an age recipient (age1…) or @file with one a line${shown}.`;
      throw new KubinError("BAD_INPUT", sentence, { cause: error });
    }
  }
  return encrypter;
}

/** Decrypts with the identities of a file as `age-keygen` writes it. Throws BAD_INPUT. */
export async function decrypterWith(path: string): Promise<Decrypter> {
  const age = await import("age-encryption");
  const decrypter = new age.Decrypter();
  const lines = await linesOf(path);
  for (const line of lines) {
    try {
      decrypter.addIdentity(line);
    } catch (error) {
      throw new KubinError("BAD_INPUT", `${inert(path)} is no age identity file: expected lines AGE-SECRET-KEY-1….`, {
        cause: error,
      });
    }
  }
  if (lines.length === 0) throw new KubinError("BAD_INPUT", `${inert(path)} holds no age identity.`);
  return decrypter;
}

async function linesOf(path: string): Promise<string[]> {
  try {
    if ((await stat(path)).size > maxKeyFileBytes) throw new Error("too large");
    const text = await readFile(path, "utf8");
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
  } catch (error) {
    throw new KubinError("BAD_INPUT", `The key file ${inert(path)} cannot be read.`, { cause: error });
  }
}
