import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurnFramer, type Turn } from "./frame-turns.ts";

const untyped = (code: number, body = "") => {
  const message = Buffer.alloc(8 + body.length);
  message.writeInt32BE(message.length, 0);
  message.writeInt32BE(code, 4);
  message.write(body, 8);
  return message;
};
const typed = (type: string, body = "") => {
  const message = Buffer.alloc(5 + Buffer.byteLength(body));
  message.write(type, 0);
  message.writeInt32BE(message.length - 1, 1);
  message.write(body, 5);
  return message;
};
const startup = untyped(196608, "user\0postgres\0\0");
const text = (turn: Turn) => turn.messages.map((message) => Buffer.from(message).toString("latin1"));

test("a series up to Sync is one turn, a Query is one", () => {
  const frame = createTurnFramer();
  const series = [typed("P", "select $1"), typed("B", "x"), typed("D"), typed("E"), typed("S")];
  const turns = frame(Buffer.concat([startup, ...series, typed("Q", "select 1")]));
  expect(turns.map((turn) => [turn.kind, turn.messages.length, turn.isComplete])).toEqual([
    ["statements", 1, true],
    ["statements", 5, true],
    ["statements", 1, true],
  ]);
});

test("after Flush the series goes on", () => {
  const frame = createTurnFramer();
  const turns = frame(Buffer.concat([startup, typed("P"), typed("H"), typed("B"), typed("S"), typed("X")]));
  expect(turns.map((turn) => [turn.kind, turn.isComplete])).toEqual([
    ["statements", true],
    ["statements", false],
    ["statements", true],
    ["end", true],
  ]);
});

test("asking for TLS and for a cancel comes before a session", () => {
  const frame = createTurnFramer();
  expect(frame(Buffer.concat([untyped(80877103), startup])).map((turn) => turn.kind)).toEqual([
    "question",
    "statements",
  ]);
  expect(createTurnFramer()(untyped(80877102, "pid+key.")).map((turn) => turn.kind)).toEqual(["end"]);
});

test("turns do not depend on how the network cuts the bytes", () => {
  const message = fc.record({
    type: fc.constantFrom("P", "B", "E", "S", "Q", "H"),
    body: fc.string({ maxLength: 50 }),
  });
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(message), cuts, (messages, sizes) => {
      const bytes = Buffer.concat([startup, ...messages.map(({ type, body }) => typed(type, body))]);
      const whole = createTurnFramer()(bytes);
      const frame = createTurnFramer();
      const turns: Turn[] = [];
      for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
        const size = sizes[cut % sizes.length] ?? 1;
        turns.push(...frame(bytes.subarray(at, at + size)));
        at += size;
      }
      expect(turns.map(text)).toEqual(whole.map(text));
    }),
  );
});

test.each([untyped(0).fill(0), Buffer.from("GET / HTTP/1.1\r\n\r\n"), Buffer.concat([startup, typed("Q").fill(0, 1)])])(
  "what is not the protocol is refused (%#)",
  (bytes) => {
    expect(() => createTurnFramer()(bytes)).toThrow("protocol");
  },
);
