import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { root } from "../testbed/processes.ts";

// Not the package size-limit: it weighs files by pattern, while what a page loads is what its entry imports, which the
// bundler knows and names anew with each build.
const mostBytes = 220 * 1024;

interface Chunk {
  code: string;
  imports: string[];
  isEntry: boolean;
  moduleIds: string[];
}

let chunks: Map<string, Chunk>;
beforeAll(async () => {
  // Else the development build of React is weighed.
  vi.stubEnv("NODE_ENV", "production");
  const web = join(root, "packages/web");
  const built = await build({
    root: web,
    configFile: join(web, "vite.config.ts"),
    logLevel: "error",
    build: { write: false },
  });
  vi.unstubAllEnvs();
  if (Array.isArray(built) || !("output" in built)) throw new Error("Vite built something else than one app.");
  chunks = new Map(
    built.output.flatMap((file) => {
      if (file.type !== "chunk") return [];
      const { code, imports, isEntry, moduleIds } = file;
      return [[file.fileName, { code, imports, isEntry, moduleIds }]];
    }),
  );
});

/** Names of the chunks a browser has to load for the first one that `wanted` holds for. */
function loadedFor(wanted: (chunk: Chunk) => boolean): Set<string> {
  const first = [...chunks].find(([, chunk]) => wanted(chunk));
  if (!first) throw new Error("The build has no such chunk.");
  const names = new Set([first[0]]);
  for (const name of names) for (const needed of chunks.get(name)?.imports ?? []) names.add(needed);
  return names;
}

/** What goes over the wire, as a server compresses it once. */
function gzipBytes(names: Set<string>): number {
  return [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "", { level: 9 }).length, 0);
}

describe("the script a link loads", () => {
  it("with all of its overview fits in 220 KB", () => {
    const bytes = gzipBytes(loadedFor((chunk) => chunk.isEntry));
    console.log(`entry with the overview: ${(bytes / 1024).toFixed(1)} KB gzip`);
    expect(bytes).toBeLessThan(mostBytes);
  });

  it("holds no editor, chart or graph", () => {
    const entry = loadedFor((chunk) => chunk.isEntry);
    const heavy = [...entry].filter((name) => /EditorView|uPlot/.test(chunks.get(name)?.code ?? ""));
    expect(heavy).toEqual([]);
    // The words are those the heavy chunks hold: else this could not fail.
    expect([...chunks.values()].some((chunk) => chunk.code.includes("EditorView"))).toBe(true);
  });

  it("and what comes later hold no Zod: its probe for eval breaks the CSP of every page", () => {
    const modules = [...chunks.values()].flatMap((chunk) => chunk.moduleIds);
    expect(modules.some((id) => id.includes("/node_modules/react/"))).toBe(true);
    expect(modules.filter((id) => id.includes("/node_modules/zod/"))).toEqual([]);
  });
});
