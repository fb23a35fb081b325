import { LogView } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawLogsPart } from "../testbed/make-parts.ts";
import { uploadParts } from "../testbed/upload-parts.ts";
import type { CliWorld } from "./cli-world.ts";
import { shopLogs } from "./logs-bundle.ts";
import { type LogsWorld, openLogsWorld } from "./logs-world.ts";
import { ptyKubin } from "./pty-kubin.ts";

let world: CliWorld;
let env: LogsWorld["env"];

beforeAll(async () => {
  ({ world, env } = await openLogsWorld());
});
afterAll(() => world?.[Symbol.asyncDispose]());

const kubin = (...args: string[]) => world.kubin(["logs", ...args], { env });
const logs = async (...args: string[]) => {
  const ended = await kubin(...args, "-q");
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return ended.stdout;
};
/** What stands behind the time and before the message: who said it. */
const who = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(" 2026-")[0]);

describe("one log", () => {
  test("is whole and unprefixed, byte for byte, also through its workload", async () => {
    expect(await logs("web-2", "-c", "app")).toBe(shopLogs["web-2"]["app/current"]);
    expect(await logs("pod/web-1", "-p")).toBe(shopLogs["web-1"]["app/previous"]);
    expect(await logs("deploy/web", "-p")).toBe(shopLogs["web-1"]["app/previous"]);
    expect(await logs("web-2", "-c", "app", "--prefix")).toMatch(/^web-2 2026-.*starting\nweb-2 /);
  });

  test("keeps bytes that are not UTF-8", async () => {
    const raw = Buffer.from([...Buffer.from("2026-01-01T00:50:06Z caf"), 0xe9, 0xff, 0x00, 0x0d, 0x0a]);
    const stream = { namespace: "shop", pod: "latin", container: "app", source: "current" as const };
    const { ticket } = await uploadParts(world.server.url, [rawLogsPart("shop", [{ stream, raw, lines: 1 }])]);
    const { child, ended } = world.start(["logs", "latin", "--snapshot", ticket.id]);
    const pieces: Buffer[] = [];
    child.stdout.removeAllListeners("data").setEncoding("latin1");
    child.stdout.on("data", (piece: string) => pieces.push(Buffer.from(piece, "latin1")));
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
    expect(Buffer.concat(pieces).toString("latin1")).toBe(raw.toString("latin1"));
  });

  test("--timestamps and --no-timestamps", async () => {
    expect(await logs("web-2", "-c", "proxy", "--timestamps")).toBe("2026-01-01T00:50:06.000000000Z proxy up\n");
    expect(await logs("web-2", "-c", "proxy", "--no-timestamps")).toBe("proxy up\n");
  });

  test("by text and level: of what passes the first or last lines", async () => {
    const [first, second, third] = shopLogs["web-2"]["app/current"].split("\n");
    expect(await logs("web-2", "-c", "app", "--include", "RETRYING")).toBe(`${second}\n`);
    expect(await logs("web-2", "-c", "app", "--exclude", "retrying")).toBe(`${first}\n${third}\n`);
    expect(await logs("web-2", "-c", "app", "--exclude", "retrying", "--tail", "1")).toBe(`${third}\n`);
    expect(await logs("web-2", "-c", "app", "--include", "start", "--include", "ready", "--head", "1")).toBe(
      `${first}\n`,
    );
    expect(await logs("web-2", "-c", "app", "--include", "/attempt=\\d$/")).toBe(`${second}\n`);
    expect(
      await logs(
        "deploy/web",
        "--no-prefix",
        "--exclude",
        "/READY|retry|up$/i",
        "-c",
        "app",
        "--include",
        "/web|10\\.|start/",
      ),
    ).toMatch(/^.*starting\n.*starting\n.*refused\n$/);
    expect(await logs("web-1", "-c", "app", "--level", "warn")).toMatch(/^.*refused\n.*retrying attempt=1\n$/);
    expect(await logs("web-1", "-c", "app", "--level", "=warn")).toMatch(/^.*retrying attempt=1\n$/);
  });
});

describe("several logs", () => {
  test.each(["deploy/web", "deployment/web", "svc/front", "web", "web-*"])(
    "%s: merged by time, behind pod and container",
    async (what) => {
      const text = await logs(what, "-n", "shop");
      const times = [...text.matchAll(/ (2026-\S+) /g)].map(([, time]) => time);
      expect(times).toHaveLength(11);
      expect(times).toEqual([...times].sort());
      expect(who(text).slice(0, 6)).toEqual([
        "web-1 app",
        "web-2 app",
        "web-1 proxy",
        "web-2 proxy",
        "web-1 app",
        "web-2 app",
      ]);
    },
  );

  test("the pods whose logs are not there are named", async () => {
    expect((await kubin("deploy/web")).stderr).toContain("No log was captured of 1 pod: web-3.");
  });

  test("containers: of one, by pattern, all of a pod", async () => {
    expect(new Set(who(await logs("deploy/web", "-c", "proxy")))).toEqual(new Set(["web-1", "web-2"]));
    expect(new Set(who(await logs("deploy/web", "-c", "p*", "-c", "app")))).toHaveLength(4);
    expect(new Set(who(await logs("web-1", "--all-containers")))).toEqual(new Set(["web-1 app", "web-1 proxy"]));
    expect(await logs("deploy/web", "-c", "proxy", "--no-prefix", "--no-timestamps")).toBe(
      "proxy up\nproxy up\nupstream refused\n",
    );
  });

  test("--since, --since-time, --until, --around: from the capture, or by a time", async () => {
    // Captured at 01:01.
    const late = await logs("deploy/web", "--since", "6m");
    expect(late).toMatch(/^web-1 app .*healthz 200\nweb-2 app .*ready\n$/);
    expect(await logs("deploy/web", "--since-time", "00:55")).toBe(late);
    expect(await logs("deploy/web", "--since-time", "2026-01-01T00:53:00Z", "--until", "7m")).toBe("");
    expect(await logs("deploy/web", "-c", "proxy", "--until", "00:50:06")).toMatch(/^web-1 .*proxy up\n$/);
    const around = await logs("deploy/web", "--around", "00:50:10±1s");
    expect(who(around)).toEqual(["web-1 app", "web-2 app"]);
    expect(await logs("deploy/web", "--around", "00:50:10+-1s")).toBe(around);
    expect(who(await logs("deploy/web", "--around", "00:56"))).toEqual(["web-1 app", "web-2 app"]);
  });

  test("--tail and --head are of each log", async () => {
    expect(who(await logs("deploy/web", "--tail", "1"))).toEqual([
      "web-2 proxy",
      "web-1 proxy",
      "web-1 app",
      "web-2 app",
    ]);
    expect(who(await logs("deploy/web", "--head", "1", "--include", "refused"))).toEqual(["web-1 app", "web-1 proxy"]);
  });

  test("lines without a time stay with the line before them, merged and filtered", async () => {
    const lines = (text: string) => text.split("\n").slice(0, -1);
    const all = lines(await logs("sts/java"));
    expect(all).toHaveLength(8);
    expect(all[0]).toBe("java-0 Picked up JAVA_TOOL_OPTIONS");
    expect(all.slice(2, 6).map((line) => line.slice(0, 40))).toEqual([
      expect.stringMatching(/^java-0 .*10\.500Z/),
      expect.stringMatching(/^java-0 java\.lang/),
      expect.stringMatching(/^java-0 \tat shop/),
      expect.stringMatching(/^java-1 .*11\.000Z/),
    ]);
    expect(lines(await logs("sts/java", "--since-time", "00:50:10", "--until", "00:50:12"))).toEqual(all.slice(2, 6));
    expect(
      lines(await logs("sts/java", "--include", "shop.Main", "--include", "java-1", "--include", "starts")),
    ).toEqual([all[1], all[4], all[5]]);
    expect(lines(await logs("java-0", "--since-time", "00:50:10"))).toHaveLength(4);
  });

  test("JSON is a LogView of all of them", async () => {
    const view = LogView.parse(JSON.parse(await logs("deploy/web", "--output", "json")));
    expect(view.total).toBe(11);
    expect(view.lines).toHaveLength(11);
    const refused = JSON.parse(await logs("deploy/web", "--include", "refused", "--jq", "[.lines[].container]"));
    expect(refused).toEqual(["app", "proxy"]);
  });
});

describe("on a terminal", () => {
  const terminal = (args: string[], more: Record<string, string> = {}) =>
    ptyKubin({ world, args: ["logs", ...args, "-q"], answers: [], env: { ...env, PAGER: "cat", ...more } });
  const esc = "\u001b[";

  test("pods have colours, what is highlighted stands out, lines are inert", async () => {
    const { screen } = await terminal([
      "deploy/web",
      "-c",
      "app",
      "--highlight",
      "attempt",
      "--highlight",
      "/10\\.\\d+/",
    ]);
    const tones = [...screen.matchAll(/\[(\d+)mweb-(\d)/g)].map(([, tone, pod]) => [pod, tone]);
    expect(new Set(tones.map(([, tone]) => tone)).size).toBe(2);
    expect(new Set(tones.map(String)).size).toBe(2);
    expect(screen).toContain(`${esc}7mattempt${esc}27m=1`);
    expect(screen).toContain(`${esc}7m10.96${esc}27m.4.2`);
    expect(screen).toContain("evil ^[[2J");
    expect(screen).not.toContain(`${esc}2J`);
  });

  test("NO_COLOR", async () => {
    const { screen } = await terminal(["deploy/web", "--highlight", "attempt"], { NO_COLOR: "1" });
    expect(screen).not.toContain(esc);
  });
});

describe("what is wrong is said, and what to do", () => {
  test.each([
    [["deploy/web", "-f"], 2, /nothing to follow: a snapshot .* does not grow.*--tail 100.*kubectl logs -f/s],
    [["web-1"], 2, /Pod web-1 has several containers: app, proxy\..*-c, or --all-containers/s],
    [["nope"], 1, /no pod nope, and no workload of that name/],
    [["deploy/nope"], 1, /no deploy\/nope\..*kubin get deploy/s],
    [["deploymnt/web"], 2, /Did you mean deployment/],
    [["a/b/c"], 2, /no pod and no workload.*Expected a name or kind\/name/s],
    [["deploy/gone"], 1, /Deployment gone in shop has no pods/],
    [["sts/quiet"], 1, /none of the logs of StatefulSet quiet in shop.*quiet-0/s],
    [["web-2", "-c", "app", "-p"], 1, /No log of a previous run of Pod web-2/],
    [["deploy/web", "-c", "db"], 1, /no log of a container db\..*app, proxy/s],
    [["deploy/web", "-c", "app", "--all-containers"], 2, /--container and --all-containers exclude each other/],
    [["deploy/web", "--since", "yesterday"], 2, /--since takes a time, not "yesterday".*Expected.*15m/s],
    [["deploy/web", "--since", "5m", "--since-time", "00:50"], 2, /--since and --since-time exclude/],
    [["deploy/web", "--since", "5m", "--until", "00:50"], 2, /No line can pass/],
    [["deploy/web", "--around", "00:50±x"], 2, /--around takes a time, not .*10:14±30s/],
    [["deploy/web", "--include", "/a(/"], 2, /--include \/a\(\/: This parenthesis is never closed/],
    [["deploy/web", "--level", "eror"], 2, /"eror" is no level\. Did you mean error\?/],
    [["deploy/web", "--include", ""], 2, /--include is empty/],
  ])("%j", async (args, code, said) => {
    const ended = await kubin(...args);
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr.replace(/\s*\n\s*/g, "\n").replaceAll("\n", " ")).toMatch(said);
  });
});
