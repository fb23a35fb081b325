import type { Automaton } from "./automaton.ts";
import type { Detector, Found, Scene } from "./detector.ts";
import { findLiterals } from "./find-literals.ts";
import { mergeFindings } from "./merge-findings.ts";
import { type Base64Hit, scanBase64 } from "./scan-base64.ts";
import { type Span, spansOfMarks } from "./spans-of-marks.ts";
import { unescapeView } from "./unescape-view.ts";

/** What a literal stands for: a detector, or the look of one in base64, which knows case, and its place in a group of four. */
export type Use = { detector: number } | { form: string; phase: number };

/** Tables of a scanner. */
export interface Engine {
  automaton: Automaton;
  /** By number of the literal. */
  uses: readonly (readonly Use[])[];
  /** The most telling first: where two find the same place, the first gives its name. */
  detectors: readonly Detector[];
  /** Looks at every text of every layer: own rules, which need no literal. */
  everywhere?: ((text: string) => Found[]) | undefined;
  /** Exceptions. */
  keeps?: ((found: Found) => boolean) | undefined;
}

interface Origin {
  /** Layers of encoding that were taken off. */
  layer: number;
  isDecoded: boolean;
}

export interface Scan {
  found: Found[];
  /** Where begins what may go on behind the end of the text. */
  openFrom: number | undefined;
}

/** Layers of encoding that are taken off: JSON in JSON in base64 in a URL. */
const maxLayers = 5;
const outermost: Origin = { layer: 0, isDecoded: false };
const nothing: Scan = { found: [], openFrom: undefined };

/** All secrets of a text, in all layers, by position, none overlapping. */
export function scanText(engine: Engine, text: string, from: Origin = outermost): Scan {
  const hits = findLiterals(engine.automaton, text);
  if (hits.length === 0 && !engine.everywhere) return nothing;
  const marks = spansOfMarks(text);
  const { found, encoded, openFrom } = scanPlain(engine, { text, hits, marks, isDecoded: from.isDecoded });
  const { layer } = from;
  if (layer < maxLayers) {
    found.push(...scanUnescaped(engine, text, layer));
    if (encoded.length > 0) {
      const scan = (inner: string) => scanText(engine, inner, { layer: layer + 1, isDecoded: true }).found;
      found.push(...scanBase64({ text, hits: encoded, covered: mergeFindings(found), scan }));
    }
  }
  if (engine.everywhere) found.unshift(...engine.everywhere(text));
  if (found.length === 0) return openFrom === undefined ? nothing : { found, openFrom };
  const isFree = outsideOf(marks);
  const taken = found.filter((one) => isFree(one) && !engine.keeps?.(one));
  return { found: mergeFindings(taken), openFrom };
}

interface Plain {
  text: string;
  /** Pairs of a literal's number and the position behind it. */
  hits: readonly number[];
  marks: readonly Span[];
  isDecoded: boolean;
}

function scanPlain(engine: Engine, { text, hits, marks, isDecoded }: Plain): Scan & { encoded: Base64Hit[] } {
  const scene = newScene(text, isDecoded);
  const encoded: Base64Hit[] = [];
  const isFree = outsideOf(marks);
  for (let at = 0; at < hits.length; at += 2) {
    const literal = hits[at] ?? 0;
    const end = hits[at + 1] ?? 0;
    const start = end - (engine.automaton.literals[literal]?.length ?? 0);
    for (const use of engine.uses[literal] ?? []) {
      if ("phase" in use) {
        if (text.startsWith(use.form, start)) encoded.push({ start, phase: use.phase });
      } else if (marks.length === 0 || isFree({ start, end }))
        scene.visit(engine.detectors, use.detector, { start, end });
    }
  }
  // The most telling detector first, whatever its place in the text.
  const found = scene.found.sort((a, b) => a.rank - b.rank).map(({ rank, ...one }): Found => one);
  return { found, encoded, openFrom: scene.openFrom };
}

interface RankedScene extends Scene {
  found: (Found & { rank: number })[];
  openFrom: number | undefined;
  visit(detectors: readonly Detector[], number: number, hit: Span): void;
}

/** A detector is not asked again for what it has covered already. */
function newScene(text: string, isDecoded: boolean): RankedScene {
  let rank = 0;
  let coveredTo: Map<number, number> | undefined;
  const scene: RankedScene = {
    text,
    isDecoded,
    found: [],
    openFrom: undefined,
    add(found) {
      scene.found.push({ ...found, rank });
      scene.skipTo(found.end);
    },
    skipTo(end) {
      coveredTo ??= new Map();
      coveredTo.set(rank, Math.max(end, coveredTo.get(rank) ?? 0));
    },
    leaveOpen(from) {
      scene.openFrom = Math.min(scene.openFrom ?? from, from);
    },
    visit(detectors, number, hit) {
      if (coveredTo && hit.start < (coveredTo.get(number) ?? 0)) return;
      rank = number;
      detectors[number]?.detect(scene, hit);
    },
  };
  return scene;
}

/** Positions asked for go up mostly, so the mark looked at last is kept. */
function outsideOf(marks: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while (next > 0 && (marks[next - 1]?.end ?? 0) > start) next--;
    while (next < marks.length && (marks[next]?.end ?? 0) <= start) next++;
    return (marks[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  };
}

function scanUnescaped(engine: Engine, text: string, layer: number): Found[] {
  const view = unescapeView(text);
  if (!view) return [];
  const { found } = scanText(engine, view.text, { layer: layer + 1, isDecoded: false });
  return found.map((one) => ({
    ...one,
    start: view.origin[one.start] ?? text.length,
    end: view.origin[one.end] ?? text.length,
  }));
}
