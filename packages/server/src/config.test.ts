import { readFile } from "node:fs/promises";
import { KubinError } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { loadConfig } from "./config.ts";
import { defaultDataDir } from "./default-data-dir.ts";
import { envExample } from "./env-example.ts";
import { helpText } from "./help-text.ts";
import { settings } from "./settings.ts";
import { version } from "./version.ts";

const bare = { HOME: "/home/someone" };
const engines = {
  KUBIN_PROFILE: "distributed",
  DATABASE_URL: "postgresql://kubin:sesame@db:5432/kubin",
  CLICKHOUSE_URL: "http://clickhouse:8123/kubin",
  REDIS_URL: "redis://redis-0:6379, redis://redis-1:6379",
  KAFKA_BROKERS: "kafka-0:9092, kafka-1:9092",
  S3_BUCKET: "kubin",
  S3_ENDPOINT: "https://s3.example.com",
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig({ ...bare, ...env });
  } catch (error) {
    if (error instanceof KubinError) return error.message.split("\n").slice(1);
    throw error;
  }
  return [];
}

describe("loadConfig", () => {
  it("needs nothing", () => {
    const config = loadConfig(bare);
    expect(config).toEqual({
      profile: "embedded",
      roles: ["gateway", "query", "upload", "worker"],
      port: 7780,
      host: "127.0.0.1",
      dataDir: "/home/someone/.local/share/kubin",
      auth: "none",
      workerConcurrency: 2,
      logTextIndex: true,
      logLevel: "info",
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("takes what is set, and an empty value for none", () => {
    const env = {
      KUBIN_PORT: "0",
      KUBIN_DATA_DIR: "/data",
      KUBIN_PUBLIC_URL: "https://kubin.example.com/",
      KUBIN_HOST: "",
    };
    expect(loadConfig({ ...bare, ...env })).toMatchObject({
      port: 0,
      dataDir: "/data",
      publicUrl: "https://kubin.example.com",
      host: "127.0.0.1",
    });
    expect(loadConfig({ ...bare, ...engines, KUBIN_ROLES: "worker, query" })).toMatchObject({
      profile: "distributed",
      roles: ["worker", "query"],
      databasePool: 10,
      kafkaBrokers: ["kafka-0:9092", "kafka-1:9092"],
      s3Endpoint: "https://s3.example.com",
    });
  });

  it("takes replicas and a cluster by name, and names those that are none", () => {
    const more = {
      DATABASE_REPLICA_URLS: "postgresql://reader@one, postgresql://reader:sesame@two:5433/kubin",
      CLICKHOUSE_CLUSTER: "{cluster}",
    };
    expect(loadConfig({ ...bare, ...engines, ...more })).toMatchObject({
      databaseReplicaUrls: ["postgresql://reader@one", "postgresql://reader:sesame@two:5433/kubin"],
      clickhouseCluster: "{cluster}",
    });
    const wrong = { DATABASE_REPLICA_URLS: "postgresql://one,sesame", CLICKHOUSE_CLUSTER: "a cluster" };
    const problems = problemsOf({ ...engines, ...wrong });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^ {2}DATABASE_REPLICA_URLS: expected .*, got another text$/);
    expect(problems[1]).toMatch(/^ {2}CLICKHOUSE_CLUSTER: expected .*, got "a cluster"$/);
  });

  it("names what the distributed profile lacks, and shows no password", () => {
    const { S3_BUCKET: _left, ...rest } = engines;
    const problems = problemsOf({ ...rest, DATABASE_URL: "mysql://kubin:sesame@db/kubin" });
    expect(problems).toEqual([
      "  DATABASE_URL: expected postgresql://user:password@host:5432/database, got another text",
      "  S3_BUCKET: expected the name of a bucket, and it is not set",
    ]);
  });

  it("names everything that is wrong at once, with what is expected", () => {
    const problems = problemsOf({ KUBIN_PROFILE: "cloud", KUBIN_PORT: "http", KUBIN_HOST: "0.0.0.0", KUBIN_PROT: "1" });
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain('KUBIN_PROFILE: expected embedded or distributed, got "cloud"');
    expect(problems[1]).toContain('KUBIN_PORT: expected a port from 0 to 65535, got "http"');
    expect(problems[2]).toContain("KUBIN_HOST: expected a loopback address");
    expect(problems[3]).toContain("KUBIN_PROT: there is no such setting; known are KUBIN_PROFILE");
  });

  it.each([
    ["KUBIN_PORT", "65536"],
    ["KUBIN_PORT", "-1"],
    ["KUBIN_PORT", "7780.5"],
    ["KUBIN_HOST", "192.168.1.5"],
    ["KUBIN_HOST", "kubin.example.com"],
    ["KUBIN_ROLES", "worker"],
    ["KUBIN_ROLES", "gateway,query,upload,worker,boss"],
    ["KUBIN_PUBLIC_URL", "kubin.example.com"],
    ["KUBIN_PUBLIC_URL", "https://kubin.example.com/path"],
    ["KUBIN_PUBLIC_URL", "https://user@kubin.example.com"],
    ["KUBIN_PUBLIC_URL", "javascript:alert(1)"],
    ["KUBIN_AUTH", "password"],
    ["KUBIN_LOG_LEVEL", "loud"],
    ["KUBIN_WORKER_CONCURRENCY", "0"],
    ["KUBIN_WORKER_CONCURRENCY", "33"],
  ])("refuses %s=%s alone", (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(`${name}: expected `)]);
  });

  it("leaves the CLI's own names alone", () => {
    expect(
      problemsOf({ KUBIN_SERVER: "http://127.0.0.1:1", KUBIN_SNAPSHOT: "x", KUBIN_REDACTION_KEY_FILE: "x" }),
    ).toEqual([]);
  });
});

describe("defaultDataDir", () => {
  it("follows the platform", () => {
    expect(defaultDataDir({ HOME: "/h", XDG_DATA_HOME: "/x" }, "linux")).toBe("/x/kubin");
    expect(defaultDataDir({ HOME: "/h", XDG_DATA_HOME: "relative" }, "linux")).toBe("/h/.local/share/kubin");
    expect(defaultDataDir({ HOME: "/h" }, "darwin")).toBe("/h/Library/Application Support/kubin");
  });
});

it("the example file is what the settings say", async () => {
  const file = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
  expect(file).toBe(envExample());
});

it("the help names every setting and the version is the package's", async () => {
  for (const { env } of Object.values(settings)) expect(helpText()).toContain(env);
  const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  expect(version).toBe(manifest.version);
});
