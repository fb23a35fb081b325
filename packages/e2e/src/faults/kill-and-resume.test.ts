import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { openPutProxy, type PutProxy } from "../cli/put-proxy.ts";
import { contentOf } from "../testbed/content-of.ts";
import { sample } from "../testbed/processes.ts";

// kill -9 of the program again and again in one upload; each time the next run goes on. The numbers of parts after
// which it dies are drawn anew each run and printed, so a failure can be played again with KUBIN_FAULT_PARTS.
let world: CliWorld;
let proxy: PutProxy;
let truth: Awaited<ReturnType<typeof contentOf>>;
let parts = 0;

beforeAll(async () => {
  proxy = await openPutProxy(() => world.server.url);
  world = await openCliWorld(proxy.url);
  const whole = await kubin(["import", sample, "--wait", "--output", "json"]);
  expect(whole).toMatchObject({ code: 0 });
  truth = await contentOf(world.server.url, firstOf(whole.stdout).id);
  parts = proxy.stored.parts;
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const env = () => ({ KUBIN_SERVER: proxy.url });
const kubin = (args: string[]) => world.kubin(args, { env: env() });
const firstOf = (stdout: string) => JSON.parse(stdout.split("\n")[0] ?? "") as { id: string; url: string }; // --output json

/** Runs the program until `more` further parts are stored, and kills it there. Returns its stdout. */
async function killedAfter(more: number, args: string[], stdin?: Uint8Array): Promise<string> {
  proxy.reset();
  proxy.holdAfter(more);
  const running = world.start([...args, "--output", "json"], { env: env(), ...(stdin && { stdin }) });
  await expect.poll(() => proxy.stored.parts, { timeout: 120_000 }).toBe(more);
  await expect.poll(() => proxy.held(), { timeout: 120_000 }).toBeGreaterThan(0);
  running.child.kill("SIGKILL");
  return (await running.ended).stdout;
}

test.each(["file", "stdin"])(
  "an import from a %s that is killed four times ends as one that nothing disturbed",
  async (way) => {
    const given = process.env.KUBIN_FAULT_PARTS?.split(",").map(Number);
    const points = given ?? [1, 2, 3, 4].map(() => 1 + Math.floor((Math.random() * parts) / 5));
    console.log(`killing after ${points.join(", ")} of ${parts} parts`);
    const [first = 1, ...later] = points;
    const stdin = way === "stdin" ? await readFile(sample) : undefined;
    const begun = firstOf(await killedAfter(first, ["import", stdin ? "-" : sample], stdin));
    for (const more of later) {
      expect(firstOf(await killedAfter(more, ["import", "--resume"]))).toMatchObject({ id: begun.id, url: begun.url });
    }
    proxy.reset();
    const gone = await kubin(["import", "--resume", "--wait", "--output", "json"]);
    expect(gone).toMatchObject({ code: 0 });
    expect(proxy.stored.parts).toBe(parts - points.reduce((sum, one) => sum + one, 0));
    expect(await contentOf(world.server.url, begun.id)).toEqual(truth);
  },
);
