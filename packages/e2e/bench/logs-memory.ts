import { descendants, peakMemory } from "../src/testbed/processes.ts";
import { uploadMade } from "../src/testbed/upload-parts.ts";
import { megabytes } from "./figures.ts";
import { allLogs } from "./logs/corpus/all-logs.ts";
import { partsOf } from "./logs/corpus/copies.ts";
import { openCorpus } from "./logs/corpus/open-corpus.ts";
import { mustBe } from "./logs/figure.ts";
import { withServer } from "./with-server.ts";

/** Peak memory of the server, whose worker indexes so many gigabytes of logs, and of its log engine. */
export async function logsMemory(corpus: string, gigabytes = 5): Promise<void> {
  await using opened = await openCorpus(corpus);
  const { logs, lines, bytes } = allLogs(opened.mustGathers);
  const copies = Math.ceil((gigabytes * 1e9) / bytes);
  await withServer(async ({ url, child }) => {
    const pid = child.pid ?? 0;
    const before = await peakMemory(pid);
    const started = performance.now();
    const { snapshot } = await uploadMade(url, { name: "memory", parts: partsOf(logs, copies) });
    const seconds = (performance.now() - started) / 1000;
    mustBe("lines", snapshot.counts.logLines, lines * copies);
    const engines = await Promise.all((await descendants(pid)).map(peakMemory));
    console.log("\n| what | aim | seen |\n| --- | --- | --- |");
    console.log(
      `| ${((bytes * copies) / 1e9).toFixed(1)} GB, ${lines * copies} lines, ${seconds.toFixed(0)} s: peak memory of the server | – | ${megabytes(await peakMemory(pid))} (idle ${megabytes(before)}) |`,
    );
    console.log(`| … of its log engine | – | ${megabytes(Math.max(0, ...engines))} |`);
  });
}
