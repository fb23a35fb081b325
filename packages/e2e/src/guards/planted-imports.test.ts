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

async function planted<T>(file: string, source: string, check: () => T): Promise<T> {
  await writeFile(join(house, file), source);
  try {
    return check();
  } finally {
    await rm(join(house, file));
  }
}

describe("the guards of the house", () => {
  it("accept the house as it is", () => {
    const { status, output } = cruise();
    expect(output).toMatch(/no dependency violations found \(\d{3,} modules/);
    expect(status).toBe(0);
  });

  it("refuse an undeclared package", async () => {
    const source = 'import { lines } from "@kubin/embedded";\nexport const planted = lines;\n';
    const { status, output } = await planted("packages/core/src/planted.ts", source, () => lint("packages/core/src"));
    expect(output).toContain("noUndeclaredDependencies");
    expect(status).not.toBe(0);
  });

  it("refuse an engine in core, also by a relative path", async () => {
    const source = 'export { openEmbedded } from "../../embedded/src/index.ts";\n';
    const { status, output } = await planted("packages/core/src/planted.ts", source, cruise);
    expect(output).toContain("no-relative-into-another-package");
    expect(output).toContain("ports-know-no-engine");
    expect(status).not.toBe(0);
  });

  it("refuse Node in a browser-safe package", async () => {
    const source = 'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n';
    const { output } = await planted("packages/logs/src/planted.ts", source, cruise);
    expect(output).toContain("browser-safe-knows-no-node");
  });

  it("refuse a cycle, of types too", async () => {
    await writeFile(
      join(house, "packages/logs/src/one.ts"),
      'import type { Two } from "./two.ts";\nexport type One = Two | 1;\n',
    );
    const source = 'import type { One } from "./one.ts";\nexport type Two = One | 2;\n';
    const { output } = await planted("packages/logs/src/two.ts", source, cruise);
    await rm(join(house, "packages/logs/src/one.ts"));
    expect(output).toContain("no-cycles");
  });

  it("refuse a database call in a router", async () => {
    const source = 'import { PrismaPg } from "@prisma/adapter-pg";\nexport const planted = PrismaPg;\n';
    const { output } = await planted("packages/api/src/routers/planted.ts", source, cruise);
    expect(output).toMatch(/routers-call-verbs-only|ports-know-no-engine/);
  });

  it("refuse process.env, console, any and four parameters", async () => {
    const source =
      "export function planted(a: any, b: number, c: number, d: number) {\n  console.log(process.env.HOME, a, b, c, d);\n}\n";
    const { output } = await planted("packages/core/src/planted.ts", source, () =>
      lint("packages/core/src/planted.ts"),
    );
    for (const rule of ["noProcessEnv", "noConsole", "noExplicitAny", "useMaxParams"]) expect(output).toContain(rule);
  });
});
