import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHome, type TestHome } from "../fixtures/fake-terminal.ts";
import { openKubinStub } from "../fixtures/kubin-stub.ts";
import { DryRunReport } from "./dry-run/report.ts";

// Everything of `kubin import` that happens before a byte leaves. Uploads are tested against a real server in `e2e`.
let home: TestHome;
let bundle = "";
const secret = ["hunter2", "super", "secret"].join("-");

beforeEach(async () => {
  home = await openTestHome();
  bundle = join(home.path, "work", "objects.json");
  const data = { password: Buffer.from(secret).toString("base64") };
  const items = [
    { apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace: "shop" }, data },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "web", namespace: "shop" }, data: { a: "1" } },
  ];
  await writeFile(bundle, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
});
afterEach(() => home[Symbol.asyncDispose]());

async function file(name: string, text: string): Promise<string> {
  const path = join(home.path, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
  return path;
}

describe("which server", () => {
  test("none is built in; without a terminal both ways to name one are told", async () => {
    for (const args of [["import", bundle], ["list"]]) {
      const { code, stdout, stderr } = await home.kubin(args, { terminal: false });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/Which Kubin server\?.*--server https:.*KUBIN_SERVER=/s);
    }
  });

  test("the first import asks, looks who answers, has it confirmed, and remembers", async () => {
    using stub = await openKubinStub();
    const answers = [
      ["Which Kubin server?", "not an address\n"],
      ["Which Kubin server?", `${stub.url}/\n`],
      ["[y/N]", "y\n"],
    ] as const;
    const { stderr } = await home.kubin(["import", bundle], { answers });
    expect(stderr).toContain("is not the address of a server");
    expect(stderr).toContain(`Kubin 9.9.9 answers at ${stub.url}. Send snapshots there? [y/N]`);
    const config = join(home.path, ".config", "kubin", "config.yaml");
    expect(await readFile(config, "utf8")).toBe(`server: "${stub.url}"\n`);
    expect((await stat(config)).mode & 0o777).toBe(0o600);
    // The stub takes no upload, but was asked for one.
    expect(stub.asked.some((path) => path.includes("upload.begin"))).toBe(true);
  });

  test("a no sends and remembers nothing; what is no Kubin is said", async () => {
    using stub = await openKubinStub();
    using other = await openKubinStub("nginx");
    const answers = [
      ["Which Kubin server?", `${other.url}\n`],
      ["Which Kubin server?", `${stub.url}\n`],
      ["[y/N]", "\n"],
    ] as const;
    const ended = await home.kubin(["import", bundle], { answers });
    expect(ended).toMatchObject({ code: 130, stdout: "" });
    expect(ended.stderr).toMatch(/is no Kubin server.*Nothing was sent/s);
    expect(stub.asked).toEqual(["/api/v1/openapi.json"]);
    await expect(stat(join(home.path, ".config"))).rejects.toThrow();
  });

  test("a remembered server is confirmed before its first upload, one that was typed just now is not", async () => {
    using stub = await openKubinStub();
    await file(".config/kubin/config.yaml", `server: ${stub.url}\n`);
    const no = await home.kubin(["import", bundle], { answers: [["[y/N]", "n\n"]] });
    expect(no).toMatchObject({ code: 130, stderr: expect.stringContaining(`First upload to ${stub.url}. Send it`) });
    expect(stub.asked).toEqual([]);
    for (const named of [{ args: ["--server", stub.url] }, { args: [], env: { KUBIN_SERVER: stub.url } }]) {
      const { stderr } = await home.kubin(["import", bundle, ...named.args], named);
      expect(stderr).not.toContain("First upload");
    }
    expect(stub.asked.some((path) => path.includes("upload.begin"))).toBe(true);
  });

  test("a settings file that is not as expected is told with its line", async () => {
    await file(".config/kubin/config.yaml", "sever: http://x\n");
    const { code, stderr } = await home.kubin(["list"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/config\.yaml:1 sever/);
  });
});

describe("the policy of the machine", () => {
  const importWith = async (policy: string, args: string[] = []) =>
    home.kubin(["import", bundle, ...args], { policyFile: await file("policy.yaml", policy), terminal: false });

  test("pins servers, however they were named", async () => {
    const pins = 'servers: ["https://kubin.corp.example", "*.lab.example"]\n';
    for (const server of ["https://elsewhere.example", "http://kubin.corp.example"]) {
      const { code, stderr } = await importWith(pins, ["--server", server]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/is no server that .*policy\.yaml allows.*kubin\.corp\.example/s);
    }
    using stub = await openKubinStub();
    const { stderr } = await importWith('servers: ["127.0.0.*"]\n', ["--server", stub.url]);
    expect(stderr).not.toContain("allows");
    expect(stub.asked).not.toEqual([]);
  });

  test("forbids options, also where nothing would be sent", async () => {
    for (const option of ["--keep-secrets", "--include-raw"]) {
      const { code, stderr } = await importWith("forbid: [keep-secrets, include-raw]\n", [option, "--dry-run"]);
      expect(code).toBe(2);
      expect(stderr).toContain(`forbids ${option}`);
    }
  });

  test.each(["servers: nowhere\n", "srevers: [a]\n", "servers: []\n", "forbid: [everything]\n", "forbid: [\n"])(
    "one that is not as expected forbids every import: %j",
    async (policy) => {
      using stub = await openKubinStub();
      const { code, stderr } = await importWith(policy, ["--server", stub.url]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/policy\.yaml:\d.*nothing may leave this machine/s);
      expect(stub.asked).toEqual([]);
    },
  );

  test("so does one that cannot be read", async () => {
    const { code, stderr } = await home.kubin(["import", bundle, "--server", "http://127.0.0.1:9"], {
      policyFile: home.path,
    });
    expect(code).toBe(2);
    expect(stderr).toContain("nothing may leave this machine");
  });
});

describe("what is redacted", () => {
  const report = async (args: string[] = [], more: Parameters<TestHome["kubin"]>[1] = {}) => {
    const { code, stdout, stderr } = await home.kubin(["import", bundle, "--dry-run", ...args], more);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return { report: DryRunReport.parse(JSON.parse(stdout)), stdout, stderr };
  };

  test("--dry-run needs no server and prints no secret", async () => {
    const { report: said, stdout, stderr } = await report();
    expect(said).toMatchObject({ name: "objects.json", layout: "kubectl-get", objects: 2, logLines: 0 });
    expect(said.parts).toContainEqual(expect.objectContaining({ type: "resources", namespace: "shop", items: 2 }));
    expect(said.redactions).toContainEqual(expect.objectContaining({ namespace: "shop", count: 1 }));
    expect(said.bytes).toBe(said.parts.reduce((sum, part) => sum + part.bytes, 0));
    for (const text of [secret, Buffer.from(secret).toString("base64")]) expect(stdout + stderr).not.toContain(text);
    expect(JSON.parse((await home.kubin(["import", bundle, "--dry-run", "--jq", ".objects"])).stdout)).toBe(2);
    const table = (await home.kubin(["import", bundle, "--dry-run", "--output", "table"])).stdout;
    expect(table).toMatch(/2 objects.*Nothing was sent.*Would be sent.*resources +shop.*Taken out \(1\)/s);
  });

  test("the nearest .kubin.yaml up to the home, and it is said; --config names another", async () => {
    await file(".kubin.yaml", "redaction:\n  rules:\n    - {name: far, keys: [a]}\n");
    expect((await report()).stderr).toMatch(/1 rule and 0 exceptions of .*\.kubin\.yaml/);
    await file(
      "work/.kubin.yaml",
      "redaction:\n  rules:\n    - {name: near, keys: [a]}\n  exceptions:\n    - keys: [b]\n",
    );
    expect((await report()).stderr).toMatch(/1 rule and 1 exception of .*work\/\.kubin\.yaml/);
    await file("own.yaml", "redaction:\n  rule: []\n");
    const wrong = await home.kubin(["import", bundle, "--dry-run", "--config", "../own.yaml"]);
    expect(wrong).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/own\.yaml:2 redaction\.rule/) });
    const none = await home.kubin(["import", bundle, "--dry-run", "--config", "none.yaml"]);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/none\.yaml cannot be read/) });
  });

  test("a file above the home is not looked at", async () => {
    const cwd = join(home.path, "inner", "work");
    await mkdir(cwd, { recursive: true });
    await file(".kubin.yaml", "redaction: nonsense\n");
    const { stderr } = await report([], { cwd, env: { HOME: join(home.path, "inner") } });
    expect(stderr).not.toContain(".kubin.yaml");
  });

  test("a pattern that is no RE2 fails before the server hears of it", async () => {
    using stub = await openKubinStub();
    await file("work/.kubin.yaml", "redaction:\n  rules:\n    - {name: mirror, pattern: '(a)\\1'}\n");
    const { code, stderr } = await home.kubin(["import", bundle, "--server", stub.url]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/rule "mirror" is wrong.*RE2/s);
    expect(stub.asked).toEqual([]);
  });

  test("a secret in the name of the file is taken out of the name of the snapshot", async () => {
    const key = ["AKIA", "Q3EGRT5ZK7WXJ2MN"].join("");
    const named = join(home.path, "work", `bundle-${key}.json`);
    await writeFile(named, await readFile(bundle));
    for (const args of [[named], [bundle, "--name", `from ${key}`]]) {
      const { stdout, stderr } = await home.kubin(["import", ...args, "--dry-run"]);
      expect(DryRunReport.parse(JSON.parse(stdout)).name).toMatch(/‹redacted:/);
      expect(stdout + stderr).not.toContain(key);
    }
  });

  test("a key of the team makes marks compare", async () => {
    const key = await file("team.key", `${Buffer.alloc(32, 7).toString("base64")}\n`);
    const loud = await home.kubin(["import", bundle, "--dry-run", "--redaction-key-file", key]);
    expect(loud).toMatchObject({ code: 2, stderr: expect.stringContaining("chmod 600") });
    const { chmod } = await import("node:fs/promises");
    await chmod(key, 0o600);
    const one = (await report(["--redaction-key-file", key])).report.redaction?.keyId;
    const other = (await report([], { env: { KUBIN_REDACTION_KEY_FILE: key } })).report.redaction?.keyId;
    expect(one).toBe(other);
    expect((await report()).report.redaction?.keyId).not.toBe(one);
  });

  test("--redact-names hides the name of the file, which tells hosts", async () => {
    expect((await report(["--redact-names"])).report).toMatchObject({
      name: "kubectl-get",
      redaction: { namesRedacted: true },
    });
  });
});

describe("--keep-secrets", () => {
  const keep = (more: Parameters<TestHome["kubin"]>[1], ...args: string[]) =>
    home.kubin(["import", bundle, "--keep-secrets", "--server", "http://127.0.0.1:9", ...args], more);

  test("is refused without a terminal, and with any other word", async () => {
    const script = await keep({ terminal: false });
    expect(script).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("no terminal to ask on") });
    const yes = await keep({ answers: [["to go on:", "yes\n"]] });
    expect(yes).toMatchObject({ code: 130, stdout: "", stderr: expect.stringContaining("Nothing was sent") });
  });

  test.each(["keep secrets", "objects.json"])("goes on after %j", async (words) => {
    using stub = await openKubinStub();
    await home.kubin(["import", bundle, "--keep-secrets", "--server", stub.url], {
      answers: [["to go on:", `${words}\n`]],
    });
    expect(stub.asked.some((path) => path.includes("upload.begin"))).toBe(true);
  });

  test("options that contradict each other", async () => {
    expect(await keep({}, "--redact-names")).toMatchObject({ code: 2, stderr: expect.stringContaining("go together") });
    expect(await keep({}, "--dry-run", "--review")).toMatchObject({ code: 2 });
  });
});

describe("--review", () => {
  const review = (answers: readonly (readonly [string, string])[], server: string) =>
    home.kubin(["import", bundle, "--review", "--server", server], { answers });

  test("wants a terminal, and a bundle that is not on stdin", async () => {
    const script = await home.kubin(["import", bundle, "--review", "--server", "http://x"], { terminal: false });
    expect(script).toMatchObject({ code: 2, stderr: expect.stringContaining("--dry-run") });
    expect(await home.kubin(["import", "-", "--review", "--server", "http://x"])).toMatchObject({ code: 2 });
  });

  test("q leaves the screen as it was, and the server hears nothing", async () => {
    using stub = await openKubinStub();
    const { code, stdout, stderr } = await review([["nothing is sent yet", "q"]], stub.url);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(/\?1049h.*Taken out: 1 value.*\?1049l.*Nothing was sent/s);
    expect(stub.asked).toEqual([]);
  });

  test("r adds a rule to .kubin.yaml and packs again, a sends", async () => {
    using stub = await openKubinStub();
    const answers = [
      ["nothing is sent yet", "r"],
      ["[r/e]", "r\n"],
      ["Name (", "ours\n"],
      ["Pattern", "\n"],
      ["Names of keys", "a, b*\n"],
      ["nothing is sent yet", "r"],
      ["[r/e]", "r\n"],
      ["Name (", "Not Good\n"],
      ["Pattern", "x\n"],
      ["Enter goes back", "\n"],
      ["nothing is sent yet", "r"],
      ["[r/e]", "e\n"],
      ["Exception from which rule?", "\n"],
      ["Pattern", "(\n"],
      ["Enter goes back", "\n"],
      ["nothing is sent yet", "a"],
    ] as const;
    const { stderr } = await review(answers, stub.url);
    const rules = await readFile(join(home.path, "work", ".kubin.yaml"), "utf8");
    expect(rules).toMatch(/^redaction:\n {2}rules:\n {4}- name: ours\n {6}keys:/);
    expect(stderr).toMatch(/expected a-z, 0-9 and dashes/);
    expect(rules).not.toContain("pattern");
    expect(stub.asked.some((path) => path.includes("upload.begin"))).toBe(true);
  });
});
