import { randomUUID } from "node:crypto";
import { Kafka, logLevel } from "kafkajs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openWorld, type World } from "./open-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld(inject("engines"));
});
afterAll(() => world?.[Symbol.asyncDispose]());

it.each([["migrate"], ["replay-dead-letters"]])("%s explains itself, and is not run by a wrong use", async (name) => {
  const help = await world.run([name, "--help"]);
  expect(help).toMatchObject({ code: 0 });
  expect(help.stdout).toContain(`kubin-server ${name}`);
  const wrong = await world.run([name, "--now"]);
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toContain("--now");
  const settings = await world.run([name], { DATABASE_URL: "mysql://kubin:sesame@db/kubin" });
  expect(settings).toMatchObject({ code: 2, stdout: "" });
  expect(settings.stderr).toContain("DATABASE_URL: expected");
  const embedded = await world.run([name], { KUBIN_PROFILE: "embedded" });
  expect(embedded).toMatchObject({ code: 0 });
  expect(embedded.stdout).toContain("The embedded profile");
});

it("names the commands there are where one is unknown", async () => {
  const { code, stderr } = await world.run(["migrat"]);
  expect(code).toBe(2);
  expect(stderr).toContain("there are migrate, replay-dead-letters");
});

describe("migrate", () => {
  it("brings the engines to this release once, says what it did, and ends", async () => {
    const [first, second] = [await world.run(["migrate"]), await world.run(["migrate"])];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.stdout).toMatch(/^PostgreSQL: applied \d+_init/);
    expect(first.stdout).toContain(`Bucket ${world.env.S3_BUCKET}: it is there`);
    expect(second.stdout).toContain("PostgreSQL: nothing was to do.");
    expect(await world.rows("SELECT 1 FROM snapshots")).toEqual([]);
  });

  it.each([
    ["DATABASE_URL", "postgresql://kubin:sesame@127.0.0.1:9/kubin", "PostgreSQL does not answer."],
    ["CLICKHOUSE_URL", "http://kubin:sesame@127.0.0.1:9/kubin", "ClickHouse (CLICKHOUSE_URL) cannot be prepared now"],
    ["S3_ENDPOINT", "http://127.0.0.1:9", "The object store (S3_ENDPOINT) cannot be prepared now"],
  ])("fails when there is nothing at %s, and says so without a password", async (name, address, sentence) => {
    const away = await world.run(["migrate"], { [name]: address });
    expect(away).toMatchObject({ code: 1, stdout: "" });
    expect(away.stderr).toContain(sentence);
    expect(away.stderr).not.toContain("sesame");
  });
});

describe("replay-dead-letters", () => {
  const deleted = Array.from({ length: 3 }, () => ({ topic: "snapshot.deleted", snapshotId: randomUUID() }));
  const unknown = { topic: "something.later", of: "a newer release" };

  it("tells of them as often as asked, and puts each back once, as if it had never been tried", async () => {
    expect((await world.run(["replay-dead-letters"])).stdout).toBe("There are no dead letters.\n");
    const kafka = new Kafka({ brokers: [world.env.KAFKA_BROKERS ?? ""], logLevel: logLevel.NOTHING });
    const producer = kafka.producer();
    await producer.connect();
    const letter = (event: object, reason: string, key = randomUUID()) => ({
      key,
      value: JSON.stringify(event),
      headers: { attempt: "5", reason, due: "0" },
    });
    const topic = `${world.env.KAFKA_PREFIX}.dead`;
    const away = deleted.map((event) => letter(event, "The object store does not answer.", event.snapshotId));
    await producer.send({ topic, messages: [...away, letter(unknown, "A defect.")] });
    await producer.disconnect();

    const said = [
      "      3 × snapshot.deleted: The object store does not answer.",
      "      1 × an event of another release: A defect.",
      "",
    ];
    for (const _time of ["first", "second"]) {
      const dry = await world.run(["replay-dead-letters", "--dry-run"]);
      expect(dry.stdout, dry.stderr).toBe(["4 dead letters:", ...said].join("\n"));
    }
    const replayed = await world.run(["replay-dead-letters"]);
    expect(replayed.stdout, replayed.stderr).toBe(["4 dead letters put back:", ...said].join("\n"));
    expect(replayed.code).toBe(0);
    expect((await world.run(["replay-dead-letters"])).stdout).toBe("There are no dead letters.\n");

    const back: { key: string; event: unknown; headers: string[] }[] = [];
    const consumer = kafka.consumer({ groupId: randomUUID() });
    await consumer.connect();
    await consumer.subscribe({ topic: `${world.env.KAFKA_PREFIX}.events`, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message: { key, value, headers } }) => {
        back.push({ key: String(key), event: JSON.parse(String(value)), headers: Object.keys(headers ?? {}) });
      },
    });
    await expect.poll(() => back.length, { timeout: 60_000 }).toBe(4);
    await consumer.disconnect();
    for (const event of deleted) expect(back).toContainEqual({ key: event.snapshotId, event, headers: [] });
    expect(back.map(({ event }) => event)).toContainEqual(unknown);
  });

  it("says that Kafka does not answer", async () => {
    const { code, stderr } = await world.run(["replay-dead-letters"], { KAFKA_BROKERS: "127.0.0.1:9" });
    expect(code).toBe(1);
    expect(stderr).toContain("Kafka does not answer");
  });
});
