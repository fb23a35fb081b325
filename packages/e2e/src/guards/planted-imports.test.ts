import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The guards of the house are only worth something if they refuse: plant a forbidden import and see it refused.
const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const bin = (name: string) => join(root, "node_modules/.bin", name);
let house: string;

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), "kubin-guards-"));
  for (const file of ["biome.json", ".dependency-cruiser.cjs", "tsconfig.base.json", "package.json"]) {
    await cp(join(root, file), join(house, file));
  }
  await cp(join(root, "packages"), join(house, "packages"), {
    recursive: true,
    filter: (from) => !/\/(node_modules|dist|generated|fixtures)(\/|$)/.test(from.slice(root.length)),
  });
  // One link per entry, workspaces pointing at the copies: one link for the whole folder blinds dependency-cruiser.
  await mkdir(join(house, "node_modules/@kubin"), { recursive: true });
  for (const entry of await readdir(join(root, "node_modules"))) {
    if (entry === "@kubin") continue;
    await symlink(join(root, "node_modules", entry), join(house, "node_modules", entry));
  }
  for (const name of await readdir(join(house, "packages"))) {
    await symlink(join(house, "packages", name), join(house, "node_modules/@kubin", name));
  }
});

afterAll(() => rm(house, { recursive: true, force: true }));

function run(command: string, args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(bin(command), args, { cwd: house, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

const lint = (file: string) => run("biome", ["lint", "--vcs-enabled=false", file]);
const cruise = () => run("depcruise", ["packages", "--config", ".dependency-cruiser.cjs"]);

/** What the checks say of the house with these files planted in it; the files are gone afterwards. */
async function planted<T>(sources: Record<string, string>, check: () => T): Promise<T> {
  for (const [file, source] of Object.entries(sources)) await writeFile(join(house, file), source);
  try {
    return check();
  } finally {
    for (const file of Object.keys(sources)) await rm(join(house, file));
  }
}

describe("the guards of the house", () => {
  it("accept the house as it is", () => {
    const { status, output } = cruise();
    expect(output).toMatch(/no dependency violations found \(\d{3,} modules/);
    expect(status).toBe(0);
  });

  it("refuse engines in core, Node in a browser-safe package, cycles (of types too), a database in a router", async () => {
    const { status, output } = await planted(
      {
        "packages/core/src/planted.ts": 'export { openEmbedded } from "../../embedded/src/index.ts";\n',
        "packages/logs/src/planted.ts":
          'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n',
        "packages/logs/src/one.ts": 'import type { Two } from "./two.ts";\nexport type One = Two | 1;\n',
        "packages/logs/src/two.ts": 'import type { One } from "./one.ts";\nexport type Two = One | 2;\n',
        "packages/api/src/routers/planted.ts":
          'import { PrismaPg } from "@prisma/adapter-pg";\nexport const planted = PrismaPg;\n',
      },
      cruise,
    );
    expect(status).not.toBe(0);
    // A file may break several rules; each of these names the file that it is planted for.
    const refused = (rule: string, file: string) => new RegExp(`${rule}: packages/${file} →`);
    expect(output).toMatch(refused("no-relative-into-another-package", "core/src/planted.ts"));
    expect(output).toMatch(refused("ports-know-no-engine", "core/src/planted.ts"));
    expect(output).toMatch(refused("browser-safe-knows-no-node", "logs/src/planted.ts"));
    expect(output).toMatch(refused("no-cycles", "logs/src/(one|two).ts"));
    expect(output).toMatch(refused("(routers-call-verbs-only|ports-know-no-engine)", "api/src/routers/planted.ts"));
  });

  it("refuse an undeclared package", async () => {
    const source = 'import { lines } from "@kubin/embedded";\nexport const planted = lines;\n';
    const { status, output } = await planted({ "packages/core/src/planted.ts": source }, () =>
      lint("packages/core/src"),
    );
    expect(output).toContain("noUndeclaredDependencies");
    expect(status).not.toBe(0);
  });

  it("refuse process.env, console, any and four parameters", async () => {
    const source =
      "export function planted(a: any, b: number, c: number, d: number) {\n  console.log(process.env.HOME, a, b, c, d);\n}\n";
    const { output } = await planted({ "packages/core/src/planted.ts": source }, () =>
      lint("packages/core/src/planted.ts"),
    );
    for (const rule of ["noProcessEnv", "noConsole", "noExplicitAny", "useMaxParams"]) expect(output).toContain(rule);
  });
});
