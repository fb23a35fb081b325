import type { Detector, Scene } from "../detector.ts";
import { matchAt } from "../match-at.ts";

/** RFC 7468 and RFC 4880: "-----BEGIN … PRIVATE KEY-----"; PGP says "PRIVATE KEY BLOCK", PuTTY has no such frame. */
const begin = /-----BEGIN[ +](?:[A-Z0-9]{1,12}[ +]){0,4}$/;
const label = /PRIVATE[ +]KEY(?:[ +]BLOCK)?-{1,5}/y;
const end = /-----END[ +](?:[A-Z0-9]{1,12}[ +]){0,6}(?:KEY|BLOCK)?-{0,5}/y;
/** A key of 16,384 bits in PEM has 13,000 characters. */
const maxBody = 65_536;
const base64Tail = /[A-Za-z0-9+/=]{1,200}[\\,"' \t\r]{0,6}$/;
const pemHeader = /(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID): ?[^\n]{0,200}$/;
/** Lines of others that stand between the lines of a key before it counts as cut off. */
const maxForeignLines = 4;

export function privateKeyDetector(): Detector {
  return {
    literals: ["PRIVATE KEY", "PRIVATE+KEY", "PRIVATE%20KEY", "PRIVATE%2520KEY", "PRIVATE%2BKEY", "PRIVATE%252BKEY"],
    inBase64: ["PRIVATE KEY", "PRIVATE%20KEY", "PRIVATE+KEY"],
    detect(scene, hit) {
      const start = beginning(scene.text, hit.start);
      const framed = start === undefined ? null : matchAt(label, scene.text, hit.start);
      if (start === undefined || !framed) return;
      maskBody(scene, { start, body: hit.start + framed[0].length });
    },
  };
}

function beginning(text: string, at: number): number | undefined {
  const ahead = text.slice(Math.max(0, at - 80), at);
  const match = begin.exec(ahead);
  return match ? at - ahead.length + match.index : undefined;
}

function maskBody(scene: Scene, at: { start: number; body: number }): void {
  const limit = Math.min(scene.text.length, at.body + maxBody);
  // Where another one begins before the end, this one is cut off.
  const frame = scene.text.slice(at.body, limit).search(/-----(?:END|BEGIN)/);
  const stop = frame < 0 ? limit : at.body + frame;
  const { pieces, isWhole } = linesOf(scene.text, at, stop);
  const ending = frame < 0 ? null : matchAt(end, scene.text, stop);
  if (ending) pieces.push({ start: stop, end: stop + ending[0].length });
  else if (frame < 0 && limit === scene.text.length && isWhole)
    scene.leaveOpen(scene.text.lastIndexOf("\n", at.start) + 1);
  const secret = bodyOf(pieces.map((piece) => scene.text.slice(piece.start, piece.end)).join("\n"));
  for (const piece of joined(scene.text, pieces)) scene.add({ ...piece, rule: "private-key", secret });
}

interface Piece {
  start: number;
  end: number;
}

/** The part of each line that is the key's, since lines of a log have a prefix; whole where no other lines came in between. */
function linesOf(
  text: string,
  at: { start: number; body: number },
  end: number,
): { pieces: Piece[]; isWhole: boolean } {
  const pieces: Piece[] = [];
  let from = at.start;
  let foreign = 0;
  while (from < end && foreign < maxForeignLines) {
    const newline = text.indexOf("\n", from);
    const stop = newline < 0 || newline > end ? end : newline;
    if (from === at.start) pieces.push({ start: from, end: endOfFirst(text, at.body, stop) });
    else {
      const line = text.slice(from, stop).replace(/\r$/, "");
      const tail = pemHeader.exec(line) ?? base64Tail.exec(line);
      if (tail && (tail.index === 0 || /[\s"'|>+-]/.test(line[tail.index - 1] ?? ""))) {
        pieces.push({ start: from + tail.index, end: from + line.length });
        foreign = 0;
      } else if (line.trim() !== "") foreign++;
    }
    from = stop + 1;
  }
  return { pieces, isWhole: foreign < maxForeignLines };
}

/** Pieces with nothing but line breaks and blanks between them are one. */
function joined(text: string, pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && text.slice(last.end, piece.start).trim() === "") last.end = piece.end;
    else whole.push({ ...piece });
  }
  return whole;
}

/** On the line of BEGIN itself the key stands where its line breaks are escaped or gone. */
function endOfFirst(text: string, body: number, stop: number): number {
  const rest =
    /(?:[A-Za-z0-9+/=]|\\{1,8}[nr]|\\u000[ad]|%0[AaDd]|%2[BbFf]|%3[Dd]|[ \t](?=[A-Za-z0-9+/=]{16})|(?:Proc-Type|DEK-Info|Version|Comment): ?[A-Za-z0-9,.() -]{1,80})*/y;
  return Math.min(stop, body + (matchAt(rest, text, body)?.[0].length ?? 0));
}

/** The base64 of the key alone, so that one key has one mark however its lines are broken. */
function bodyOf(pem: string): string {
  return pem
    .replace(/-----(?:BEGIN|END)[A-Z0-9 +]{0,60}-{0,5}/g, "")
    .replace(/\\+[nr]|\\u000[ad]|%0[AaDd]/g, "")
    .replace(/%2B/gi, "+")
    .replace(/%2F/gi, "/")
    .replace(/%3D/gi, "=")
    .replace(/[^A-Za-z0-9+/=]/g, "");
}
