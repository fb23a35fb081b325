import { sample, spawnCli, spawnNode } from "../src/testbed/processes.ts";
import { timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const runs = 20;

/** Enter to printed link, a cold CLI process each time, beside what Node alone needs to start. */
export async function link(): Promise<void> {
  await withServer(async ({ url }) => {
    const bare: number[] = [];
    const links: number[] = [];
    for (let run = 0; run < runs; run++) {
      bare.push(await untilEnd(["-e", "0"]));
      links.push(await untilLink(url));
    }
    console.log(`bare node                ${timings(bare)}`);
    console.log(`Enter to printed link    ${timings(links)}`);
  });
}

async function untilEnd(args: string[]): Promise<number> {
  const start = performance.now();
  await spawnNode(args).ended;
  return performance.now() - start;
}

async function untilLink(server: string): Promise<number> {
  const start = performance.now();
  const cli = spawnCli(["import", sample, "--server", server, "--quiet"]);
  const ms = await new Promise<number>((resolve, reject) => {
    cli.child.stdout?.on("data", () => cli.stdout().includes("\n") && resolve(performance.now() - start));
    void cli.ended.then(() => reject(new Error(`no link: ${cli.stderr()}`)));
  });
  cli.child.kill("SIGINT");
  await cli.ended;
  return ms;
}
