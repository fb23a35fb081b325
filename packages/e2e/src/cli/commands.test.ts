import { createHash } from "node:crypto";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { EventPage, KindCount, LogCount, LogHits, LogView, Overview, Snapshot, SnapshotPage } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { hostileLine, webLog, writeSmallBundle } from "./small-bundle.ts";

let world: CliWorld;
let bundle = "";
let link = "";

beforeAll(async () => {
  world = await openCliWorld();
  bundle = join(world.folder, "must-gather");
  await writeSmallBundle(bundle);
  const made = await world.kubin(["import", bundle, "--wait", "--name", "small"]);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("Completed in") });
  link = made.stdout.trimEnd();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const json = async (args: string[]) => {
  const { stdout, code, stderr } = await world.kubin([...args, "--output", "json"]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout);
};
const text = async (args: string[]) => {
  const ended = await world.kubin([...args, "-q"]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return ended.stdout;
};

describe("import", () => {
  test("prints the link alone on stdout, phases on stderr, nothing a terminal obeys", async () => {
    const { stdout, stderr, code } = await world.kubin(["import", bundle, "--wait"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{20,}\n$/);
    expect(stderr).toMatch(
      /Reading must-gather.*Uploaded .* in \d+ parts.*Indexed .*Not got.*Taken out.*Completed in/s,
    );
    expect(stderr).toContain("shop/checkout-0");
    expect(stderr).toMatch(/kubin open.*kubin search.*kubin (get|logs)/s);
    expect(stdout + stderr).not.toContain("\u001b");
  });

  test("--quiet prints the link and nothing else", async () => {
    expect(await world.kubin(["import", bundle, "--quiet"])).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(/^http\S+\n$/),
    });
  });

  test("--output json is one object a line: id and url at once, last the result", async () => {
    const { stdout, code } = await world.kubin(["import", bundle, "--wait", "--output", "json", "--name", "as json"]);
    expect(code).toBe(0);
    const [first, last] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toEqual({ id: last.id, url: last.url, state: "INITIATED" });
    expect(Snapshot.parse(last)).toMatchObject({ state: "COMPLETED", name: "as json", layout: "must-gather" });
  });

  test("takes what kubectl prints on stdin, with names that fit", async () => {
    const deployment = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "web", namespace: "staging", uid: "a", creationTimestamp: "2026-01-01T00:00:00Z" },
      spec: { replicas: 2, selector: { matchLabels: { app: "web" } } },
      status: { replicas: 2, readyReplicas: 1 },
    };
    const stdin = JSON.stringify({ apiVersion: "v1", kind: "List", items: [deployment] });
    const made = await world.kubin(["import", "-", "--wait", "--output", "json", "--name", "staging"], { stdin });
    expect(made).toMatchObject({ code: 0 });
    const { id, counts } = JSON.parse(made.stdout.trimEnd().split("\n")[1] ?? "");
    expect(counts).toMatchObject({ objects: 1, types: 1 });
    expect(await text(["get", "deploy", "--snapshot", id, "-n", "staging"])).toMatch(/NAME +READY[^\n]*\nweb +1\/2/);
    expect(await text(["get", "deploy", "--snapshot", "staging", "-o", "name"])).toBe("deployment.apps/web\n");
  });

  test("leaves no temporary file, and a state file for its owner alone", async () => {
    expect(await readdir(world.temporary)).toEqual([]);
    const file = join(world.folder, "state", "kubin", "state.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe("describe", () => {
  test("prints objects with their events, as kubectl does", async () => {
    const described = await text(["describe", "pod", "checkout-0", "-n", "shop", "--snapshot", link]);
    expect(described).toMatch(/^Name: +checkout-0\nNamespace: +shop\n/);
    expect(described).toMatch(/Last State: +Terminated\n +Reason: +OOMKilled\n/);
    expect(described).toMatch(/\nEvents:\n {2}Type +Reason +Age +From +Message\n/);
    const [first] = await json(["describe", "po/checkout-0", "--snapshot", link]);
    expect(first).toEqual({ kind: "Pod", namespace: "shop", name: "checkout-0", text: described });
  });

  test("says that a name is not there", async () => {
    const ended = await world.kubin(["describe", "pod", "nobody", "--snapshot", link, "-q"]);
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining('holds no pods "nobody"') });
  });
});

describe("list, status, summary, open, use", () => {
  test("JSON has the shapes of the schema", async () => {
    expect(SnapshotPage.parse(await json(["list"])).items.length).toBeGreaterThan(0);
    expect(Snapshot.parse(await json(["status", link]))).toMatchObject({ name: "small", state: "COMPLETED" });
    const overview = Overview.parse(await json(["summary", link]));
    expect(overview.failing).toMatchObject([{ name: "checkout-0", reason: expect.stringContaining("OOMKilled") }]);
  });

  test("tables and texts are for people", async () => {
    expect(await text(["list", "small"])).toMatch(/^NAME +CLUSTER +STATE .*\nsmall .*COMPLETED/);
    expect(await text(["list", "nothing-like-it"])).toMatch(/^No snapshot on /);
    expect(await text(["status", link])).toMatch(/State +COMPLETED.*Objects +\d+ of \d+ types in .*Link +http/s);
    const summary = await text(["summary", link]);
    expect(summary.split("\n")[2]).toBe(`<${link}>`);
    expect(summary).toMatch(/^# .*## Failing \(1\)\n\n- \*\*Pod shop\/checkout-0/s);
  });

  test("--output yaml and --jq", async () => {
    expect(await text(["status", link, "--output", "yaml"])).toMatch(/^name: small$/m);
    expect(await text(["status", link, "--jq", ".counts.namespaces, .name"])).toBe("1\nsmall\n");
    expect(await world.kubin(["status", link, "--jq", ".["])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("jq"),
    });
  });

  test("open prints the link and starts the browser with it", async () => {
    expect(await world.kubin(["open", link])).toMatchObject({
      code: 0,
      stdout: `${link}\n`,
      stderr: expect.stringContaining("no browser"),
    });
    const [browser, seen] = [join(world.folder, "browser"), join(world.folder, "browser.seen")];
    await writeFile(browser, `#!/bin/sh\nprintf '%s' "$1" > ${seen}.new && mv ${seen}.new ${seen}\n`);
    await chmod(browser, 0o755);
    await world.kubin(["open", link], { env: { BROWSER: browser } });
    await expect.poll(() => readFile(seen, "utf8").catch(() => ""), { timeout: 10_000 }).toBe(link);
  });

  test("the snapshot is found by use, KUBIN_SNAPSHOT, id, cluster; the last one made is named", async () => {
    const last = await world.kubin(["get", "nodes", "-o", "name"]);
    expect(last.stderr).toMatch(/^Snapshot .* the last one made from here/);
    await text(["use", link]);
    const used = await world.kubin(["status"]);
    expect(used.stdout).toContain("small");
    // A pin must not make a later import look like the wrong cluster unawares.
    expect(used.stderr).toMatch(/^Snapshot small .* chosen by kubin use; a later import is not it\.\n$/);
    expect(await text(["use"])).toMatch(/\([0-9a-f-]{36}\)/);
    const page = SnapshotPage.parse(await json(["list", "as json"]));
    const env = { KUBIN_SNAPSHOT: page.items[0]?.id ?? "" };
    expect((await world.kubin(["status"], { env })).stdout).toContain("as json");
    await text(["use", "--clear"]).catch(() => undefined);
    expect(await text(["status", "small@2026-01-02"])).toContain("small");
    expect(await world.kubin(["status", "small@2020-01-01"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no snapshot"),
    });
  });
});

describe("get", () => {
  const get = (...args: string[]) => text(["get", ...args, "--snapshot", link]);

  test("lists as kubectl does, ages as of the capture", async () => {
    const table = await get("pods", "-n", "shop");
    expect(table).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE\n/);
    expect(table).toMatch(/^checkout-0 +0\/1 +CrashLoopBackOff +7.*6\dm$/m);
    expect(await get("pods", "-A")).toMatch(/^NAMESPACE +NAME .*\nshop +/);
    expect(await get("po", "-o", "wide", "-n", "shop")).toContain("node-1");
    expect(await get("pods", "--no-headers", "-n", "shop", "-l", "app=web")).toMatch(/^web-0 .*\n$/);
    expect(await get("pods", "--failing")).toMatch(/WHY\n.*checkout-0.*OOMKilled/);
  });

  test("objects: name, yaml, json, jsonpath, kind/name, several kinds", async () => {
    expect(await get("pods", "-o", "name")).toBe("pod/checkout-0\npod/db-0-x\npod/web-0\n");
    expect(await get("pod/web-0", "-o", "yaml")).toMatch(/^kind: Pod$/m);
    expect(JSON.parse(await get("pod", "web-0", "-n", "shop", "-o", "json"))).toMatchObject({
      kind: "Pod",
      metadata: { name: "web-0" },
    });
    expect(JSON.parse(await get("po", "web-0", "db-0-x", "-o", "json"))).toMatchObject({
      kind: "List",
      items: [{}, {}],
    });
    expect(await get("pods", "-o", "jsonpath={.items[*].metadata.name}")).toBe("checkout-0 db-0-x web-0");
    expect(await get("po,no")).toMatch(/pod\/web-0.*\n\n.*node\/node-1/s);
    expect(KindCount.array().parse(JSON.parse(await get("--output", "json")))).toContainEqual(
      expect.objectContaining({ plural: "pods", total: 3 }),
    );
  });

  test("events", async () => {
    expect(await get("ev")).toMatch(
      /^NAMESPACE +LAST SEEN +TYPE +REASON .*\nshop .*Warning +BackOff +5 +pod\/checkout-0/,
    );
    expect(EventPage.parse(JSON.parse(await get("events", "-o", "json"))).items).toHaveLength(1);
  });

  test("a Secret has keys and no values", async () => {
    const secret = await get("secret", "login", "-o", "yaml");
    expect(secret).toContain("password");
    expect(secret).not.toContain("aHVudGVyMi1zdXBlci1zZWNyZXQ=");
  });

  test("an empty list says why", async () => {
    const empty = async (...args: string[]) => world.kubin(["get", ...args, "--snapshot", link]);
    expect(await empty("pods", "-n", "elsewhere")).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(/^No pods in namespace elsewhere\. .*shop/),
    });
    expect((await empty("pods", "-l", "app=none")).stderr).toMatch(
      /^No pods in this snapshot with labels app=none\. The snapshot has 3/,
    );
    expect((await empty("cm")).stderr).toMatch(/^No configmaps in this snapshot\. The capture holds none/);
  });

  test("what is wrong is said, with the nearest name", async () => {
    const wrong = (...args: string[]) => world.kubin(["get", ...args, "--snapshot", link]);
    expect(await wrong("podz")).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean pods?") });
    expect(await wrong("pod", "nope")).toMatchObject({ code: 1, stderr: expect.stringContaining('"nope"') });
    expect(await wrong("pods", "-l", "app in (")).toMatchObject({ code: 2 });
    expect(await wrong("pods", "-o", "jsn")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean json?"),
    });
    expect(await wrong("pods", "-o", "jsonpath={.a")).toMatchObject({ code: 2 });
  });
});

describe("logs", () => {
  const logs = (...args: string[]) => text(["logs", ...args, "--snapshot", link]);

  test("a pipe gets the lines as they were captured", async () => {
    expect(await logs("web-0")).toBe(webLog);
    expect(await logs("pod/web-0", "-n", "shop", "-p")).toContain("the run before");
    const lines = webLog.split("\n");
    expect(await logs("web-0", "--tail", "2")).toBe(`${lines.slice(4, 6).join("\n")}\n`);
    expect(await logs("web-0", "--head", "1")).toBe(`${lines[0]}\n`);
    expect(await logs("web-0", "--tail", "0")).toBe("");
  });

  test("JSON is a LogView and keeps every character", async () => {
    const view = LogView.parse(JSON.parse(await logs("web-0", "--output", "json")));
    expect(view.total).toBe(6);
    expect(view.lines.map((line) => line.prefix + line.message).join("\n")).toBe(webLog.trimEnd());
  });

  test("several containers: asks which", async () => {
    const ended = await world.kubin(["logs", "db-0-x", "--snapshot", link]);
    expect(ended).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/exporter, postgres|postgres, exporter/),
    });
    expect(await logs("db-0-x", "-c", "exporter")).toContain("exporting");
  });

  test("what is not there is said", async () => {
    const wrong = (...args: string[]) => world.kubin(["logs", ...args, "--snapshot", link]);
    expect(await wrong("nope")).toMatchObject({ code: 1, stderr: expect.stringContaining("no pod nope") });
    expect(await wrong("checkout-0")).toMatchObject({ code: 1, stderr: expect.stringContaining("none of its logs") });
    expect(await wrong("db-0-x", "-c", "app")).toMatchObject({ code: 1, stderr: expect.stringContaining("postgres") });
    expect(await wrong("web-0", "--tail", "1", "--head", "1")).toMatchObject({ code: 2 });
  });
});

describe("search", () => {
  const search = (...args: string[]) => world.kubin(["search", ...args, "--snapshot", link]);

  test("prints where, when, how bad and what; the sum at the end", async () => {
    const { stdout, stderr, code } = await search("level:>=error");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^shop\/web-0 \(app\) 00:00:03\.000 +ERROR .*connection refused\n$/);
    expect(stderr).toMatch(/1 line in 1 stream · \d+.* · http\S+\/logs\?q=level/);
  });

  test("--count, -C, file order, a query that begins with a minus", async () => {
    expect(await search("level:error", "--count")).toMatchObject({ stdout: "1\n", code: 0 });
    const around = await search("refused", "-C", "1", "-q");
    const lines = around.stdout.split("\n");
    expect(lines.filter((line) => /^[> ] shop\/web-0/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith("> "))).toHaveLength(1);
    expect((await search("-healthz ns:shop", "--order", "file", "--count")).stdout).toBe("9\n");
  });

  test("JSON", async () => {
    const hits = LogHits.parse(JSON.parse((await search("evil", "--output", "json")).stdout));
    expect(hits.lines).toMatchObject([{ pod: "web-0", message: hostileLine }]);
    expect(LogCount.parse(JSON.parse((await search("evil", "--count", "--output", "json")).stdout))).toMatchObject({
      lines: 1,
    });
  });

  test("a query that is wrong is shown where", async () => {
    const { code, stderr } = await search("level:bogus");
    expect(code).toBe(2);
    expect(stderr).toMatch(/ {2}level:bogus\n {8}\^+/);
  });
});

test("download saves every part, with digests that are right", async () => {
  const folder = join(world.folder, "saved");
  const { directory, files } = JSON.parse(await text(["download", link, "-o", folder, "--output", "json"]));
  expect(directory).toBe(folder);
  const listing = JSON.parse(await readFile(join(folder, "snapshot.json"), "utf8"));
  expect(listing.files).toEqual(files);
  const logs = files.filter((file: { type: string }) => file.type === "logs");
  expect(logs.length).toBeGreaterThan(0);
  for (const { path, sha256, type } of files) {
    const bytes = await readFile(join(folder, path));
    if (type !== "bundle") expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    if (type === "logs") expect(gunzipSync(bytes).toString("utf8")).toContain("connection refused");
  }
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("delete wants a yes, then the snapshot is gone", async () => {
  const { id } = JSON.parse(
    (await world.kubin(["import", bundle, "--wait", "--output", "json"])).stdout.split("\n")[0] ?? "",
  );
  expect(await world.kubin(["delete", id])).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") });
  expect(await world.kubin(["delete", id, "--yes"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Deleted"),
  });
  expect(await world.kubin(["status", id])).toMatchObject({ code: 1 });
});
