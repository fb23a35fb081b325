import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { event, type MetadataSuite, resource, wholeScope } from "./metadata-suite.ts";

const texts = [
  "'; DROP TABLE resources; --",
  '"quoted"',
  "100%",
  "a_b",
  "back\\slash",
  "\\u0000",
  "$1 $x",
  '{a,"b"}',
  "𝄞 🎼",
  "نص",
  "a\nb\tc",
];

const noAmounts = { requests: { cpu: 0, memory: 0 }, limits: { cpu: 0, memory: 0 } };

export function describeHostileText(suite: MetadataSuite): void {
  describe("hostile text", () => {
    it.each(texts)("%j is stored, found and read as it is", async (text) => {
      const snapshot = await suite.snapshot({ name: text });
      const scope = wholeScope(snapshot);
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const { facts: _, ...hostile } = resource(0, {
        name: text,
        uid: text,
        labels: { [text]: text },
        owners: [text],
        uses: [`/Pod/shop/${text}`],
      });
      const certificates = [{ at: text, subject: text, notAfter: new Date(0) }];
      const facts = { images: [text], node: text, amounts: noAmounts, certificates };
      const object = { [text]: [text, { deep: text }] };
      await suite.port().putResources(part, [{ ...hostile, object, facts }, resource(1, { name: "plain" })]);
      await suite.port().putEvents(part, [event(0, { reason: text, message: text }), event(1)]);
      const ref = { group: "", plural: "pods", namespace: "shop", name: text };
      expect(await suite.port().findResource(scope, ref)).toMatchObject({ ...hostile, object });
      const list = async (filter: object) =>
        (await suite.port().listResources({ scope, filter, order: "name", limit: 9 })).map((one) => one.index);
      expect(await list({ text })).toEqual([0]);
      expect(await list({ name: text })).toEqual([0]);
      expect(await list({ selector: [{ key: text, op: "in", values: [text] }] })).toEqual([0]);
      expect(await suite.port().findOwned(scope, text)).toHaveLength(1);
      expect(await suite.port().findUsers(scope, `/Pod/shop/${text}`)).toHaveLength(1);
      expect(await suite.port().countEvents({ scope, text })).toBe(1);
      expect((await suite.port().images(scope, 9)).items).toMatchObject([{ image: text }]);
      expect(await suite.port().nodeSums(scope)).toMatchObject([{ node: text }]);
      expect(await suite.port().podAmounts(scope, text)).toHaveLength(1);
      const found = await suite.port().certificates({ scope, now: new Date(), limit: 9 });
      expect(found.items).toMatchObject([{ at: text, subject: text }]);
      expect((await suite.port().findSnapshot(snapshot.id))?.name).toBe(text);
    });

    it("NUL and halves of characters become U+FFFD, in texts, keys and objects alike", async () => {
      const snapshot = await suite.snapshot({ name: "a\0b" });
      const scope = wholeScope(snapshot);
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const name = "nul\0 half\ud800 half\udc00 \\u0000";
      const clean = "nul\ufffd half\ufffd half\ufffd \\u0000";
      await suite
        .port()
        .putResources(part, [resource(0, { name, labels: { [name]: name }, object: { [name]: [name] } })]);
      await suite.port().putEvents(part, [event(0, { message: name })]);
      const ref = { group: "", plural: "pods", namespace: "shop", name };
      const found = await suite.port().findResource(scope, ref);
      expect(found).toMatchObject({ name: clean, labels: { [clean]: clean }, object: { [clean]: [clean] } });
      expect((await suite.port().listEvents({ scope, text: "nul\0", limit: 1 }))[0]?.message).toBe(clean);
      expect((await suite.port().findSnapshot(snapshot.id))?.name).toBe("a\ufffdb");
    });

    it("any JSON comes back as it went in", async () => {
      const snapshot = await suite.snapshot();
      const scope = wholeScope(snapshot);
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      let index = 0;
      // PostgreSQL keeps no minus zero, and a key `__proto__` is no key of a parsed object in every reader.
      const json = fc.dictionary(
        fc.string({ unit: "grapheme" }).filter(isPlainKey),
        fc.jsonValue({ noUnicodeString: false }),
      );
      await fc.assert(
        fc.asyncProperty(json, async (object) => {
          const sent = JSON.parse(JSON.stringify(object).replaceAll("-0,", "0,"));
          const name = `json-${index}`;
          await suite.port().putResources(part, [resource(index++, { name, object: sent })]);
          const ref = { group: "", plural: "pods", namespace: "shop", name };
          const found = await suite.port().findResource(scope, ref);
          expect(normal(found?.object)).toEqual(normal(sent));
        }),
        { numRuns: 60 },
      );
    });
  });
}

function isPlainKey(key: string): boolean {
  return key !== "__proto__" && !key.includes("\0");
}

/** Numbers by value, texts as the store keeps them. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null).replaceAll("\\u0000", "\ufffd"));
}
