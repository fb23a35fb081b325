import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type EmbeddedPorts, openEmbedded } from "./open-embedded.ts";
import { silentLog } from "./testing/silent-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

describe("embedded profile", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let ports: EmbeddedPorts;
  const open = () =>
    openEmbedded({
      dataDir: folder.path,
      publicUrl: "http://127.0.0.1:7999",
      clock: { now: () => new Date() },
      ids: { uuid: () => randomUUID(), secret: () => randomUUID() },
      log: silentLog(),
    });
  beforeAll(async () => {
    folder = await temporaryFolder();
    ports = await open();
  });
  afterAll(async () => {
    await ports.close();
    await folder.remove();
  });

  const expiresAt = new Date(Date.now() + 600_000);
  const bytes = Buffer.from("stored before the restart");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const key = `snapshots/${randomUUID()}/logs/default/${sha256}`;

  test("all ports answer", async () => {
    await expect(ports.ping()).resolves.toBeUndefined();
  });

  test("a stored object wakes the subscribers of the bus", async () => {
    const events: unknown[] = [];
    ports.bus.subscribe(["object.stored"], (event) => void events.push(event));
    const { url } = await ports.objects.signUpload({ key, size: bytes.length, sha256, expiresAt });
    const answer = await ports.objects.serve(new Request(url, { method: "PUT", body: bytes }));
    expect(answer.status).toBe(204);
    await vi.waitFor(() => expect(events).toEqual([{ topic: "object.stored", key, size: bytes.length }]));
  });

  test("a second one on the same directory is refused, and the first goes on", async () => {
    await expect(open()).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(ports.ping()).resolves.toBeUndefined();
  });

  test("closes twice, opens again, and objects and signed URLs are still good", async () => {
    const url = await ports.objects.signDownload({ key, filename: "a", gunzip: false, expiresAt });
    await Promise.all([ports.close(), ports.close()]);
    ports = await open();
    await expect(ports.ping()).resolves.toBeUndefined();
    const answer = await ports.objects.serve(new Request(url));
    expect(await answer.text()).toBe(bytes.toString());
  });
});
