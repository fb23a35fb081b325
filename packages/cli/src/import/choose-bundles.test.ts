import { PassThrough } from "node:stream";
import type { DetectedBundle } from "@kubin/kubernetes";
import { expect, test } from "vitest";
import type { Io } from "../io.ts";
import { chooseBundles } from "./choose-bundles.ts";

const bundles: DetectedBundle[] = [
  { layout: "must-gather", root: "a/" },
  { layout: "troubleshoot", root: "b/c/" },
  { layout: "kubectl-get", root: "" },
];

function ioWith(terminal: boolean) {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  const io: Io = {
    stdout: new PassThrough(),
    stderr,
    stdin,
    env: {},
    platform: "linux",
    cwd: "/",
    terminal: { stdin: terminal, stdout: terminal, stderr: terminal },
    size: () => ({ columns: 80, rows: 24 }),
    signal: new AbortController().signal,
    onFirstStop: () => () => {},
    atExit: () => () => {},
  };
  return { io, stdin, stderr };
}

const args = (more: { root?: string; split?: boolean; source?: string } = {}) => ({
  source: "x.tar",
  split: false,
  root: undefined,
  ...more,
});

test("the only one is taken, --split takes all, --root one of them", async () => {
  const { io } = ioWith(false);
  const choose = (more: { root?: string; split?: boolean }, from = bundles) =>
    chooseBundles({ io, args: args(more), bundles: from });
  expect(await choose({}, bundles.slice(0, 1))).toEqual(bundles.slice(0, 1));
  expect(await choose({ split: true })).toEqual(bundles);
  for (const root of ["b/c", "b/c/", "./b/c"]) expect(await choose({ root })).toEqual([bundles[1]]);
  for (const root of [".", "./"]) expect(await choose({ root })).toEqual([bundles[2]]);
});

test("without a terminal the list is told, with both flags", async () => {
  const { io } = ioWith(false);
  const several = chooseBundles({ io, args: args(), bundles });
  await expect(several).rejects.toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringMatching(
      /^3 bundles.*must-gather in a\n.*troubleshoot in b\/c\n.*top folder.*--root.*--split/s,
    ),
  });
  const wrong = chooseBundles({ io, args: args({ root: "d" }), bundles });
  await expect(wrong).rejects.toMatchObject({ message: expect.stringMatching(/^No bundle lies in d\.\n.*in a\n/s) });
});

test("on a terminal a person picks, on stderr alone", async () => {
  const { io, stdin, stderr } = ioWith(true);
  const picked = chooseBundles({ io, args: args(), bundles });
  await new Promise((seen) => stderr.once("readable", () => seen(undefined)));
  stdin.write("\u001b[B");
  stdin.write("\r");
  expect(await picked).toEqual([bundles[1]]);
});

test("Ctrl-C there sends nothing; a bundle on stdin leaves nobody to ask", async () => {
  const { io, stdin, stderr } = ioWith(true);
  const picked = chooseBundles({ io, args: args(), bundles });
  await new Promise((seen) => stderr.once("readable", () => seen(undefined)));
  stdin.write("\u0003");
  await expect(picked).rejects.toMatchObject({ code: "CANCELLED" });
  await expect(chooseBundles({ io, args: args({ source: "-" }), bundles })).rejects.toMatchObject({
    code: "BAD_INPUT",
  });
});
