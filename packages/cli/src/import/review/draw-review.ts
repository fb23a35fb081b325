import type { Redaction } from "@kubin/kubernetes";
import { formatBytes, formatCount, plural } from "../../output/format-numbers.ts";
import { cut } from "../../output/format-table.ts";
import { inert } from "../../output/inert.ts";
import type { Paint } from "../../output/paint.ts";
import { lengthOf, lists, type Reviewed, type ReviewState } from "./review-state.ts";

interface Draw {
  reviewed: Reviewed;
  state: ReviewState;
  size: { columns: number; rows: number };
  paint: Paint;
}

/** The lines of the screen: what it is, the lists, the chosen list around its cursor, the keys. */
export function drawReview(draw: Draw): string[] {
  const { reviewed, state, size, paint } = draw;
  const width = Math.max(20, size.columns - 1);
  const head = [
    paint("bold", cut(`${inert(reviewed.name)} (${reviewed.layout}): nothing is sent yet`, width)),
    cut(tabs(reviewed, state), width),
    "",
    paint("dim", cut(titleOf(state), width)),
  ];
  const foot = ["", paint("dim", cut(keysOf(state), width))];
  const room = Math.max(2, size.rows - head.length - foot.length - 1);
  const items = itemsOf(reviewed, state);
  const each = Math.max(1, items[0]?.length ?? 1);
  const shown = Math.max(1, Math.floor(room / each));
  const first = Math.max(0, Math.min(state.cursor - Math.floor(shown / 2), items.length - shown));
  const body = items.slice(first, first + shown).flatMap((lines, index) =>
    lines.map((line, number) => {
      const chosen = first + index === state.cursor && number === 0;
      const text = cut(`${chosen ? "> " : "  "}${line}`, width);
      return chosen ? paint("bold", text) : text;
    }),
  );
  if (items.length === 0) body.push(`  ${emptyWords[state.list]}`);
  return [...head, ...body, ...foot];
}

const emptyWords = {
  rules: "Nothing was taken out.",
  parts: "Nothing would be sent.",
  home: "No file is held back.",
};

function tabs(reviewed: Reviewed, { list }: ReviewState): string {
  const taken = reviewed.rules.reduce((sum, one) => sum + one.count, 0);
  const bytes = reviewed.parts.reduce((sum, one) => sum + one.bytes, 0);
  const kept = reviewed.withheld.reduce((sum, one) => sum + one.count, 0);
  const words = {
    rules: `Taken out: ${plural(taken, "value")}`,
    parts: `To be sent: ${formatBytes(bytes)}`,
    home: `Stays home: ${plural(kept, "file")}`,
  };
  return lists.map((one) => (one === list ? `[${words[one]}]` : ` ${words[one]} `)).join("  ");
}

function titleOf({ list, rule }: ReviewState): string {
  if (rule) return `The first ${rule.examples.length} of ${formatCount(rule.count)} taken out as ${inert(rule.rule)}`;
  return {
    rules: "    COUNT  RULE",
    parts: "       SIZE      ITEMS  TYPE and namespace",
    home: "    COUNT  WHAT and why",
  }[list];
}

function keysOf(state: ReviewState): string {
  const own = state.rule ? "v hold to see the value · esc back" : state.list === "rules" ? "enter examples" : "";
  return ["a accept and send", "q abort", "r add a rule", "↑↓ move", "tab next list", own]
    .filter((one) => one !== "")
    .join(" · ");
}

/** Each item of the list as one line, or two for an example. */
function itemsOf(reviewed: Reviewed, state: ReviewState): string[][] {
  if (lengthOf(reviewed, state) === 0) return [];
  if (state.rule) {
    return state.rule.examples.map((one, index) => exampleLines(one, state.revealed && index === state.cursor));
  }
  switch (state.list) {
    case "rules":
      return reviewed.rules.map((one) => [`${formatCount(one.count).padStart(7)}  ${inert(one.rule)}`]);
    case "parts":
      return reviewed.parts.map(({ bytes, items, type, namespace }) => [
        `${formatBytes(bytes).padStart(9)}  ${formatCount(items).padStart(9)}  ${type} ${inert(namespace) || "(of the cluster)"}`,
      ]);
    case "home":
      return reviewed.withheld.map((gap) => [
        `${formatCount(gap.count).padStart(7)}  ${inert(gap.what)}: ${inert(gap.detail)}`,
      ]);
  }
}

function exampleLines({ where, at, before, mark }: Redaction, revealed: boolean): string[] {
  const place = at.startsWith("line ") ? `${where}:${at.slice(5)}` : `${where} ${at}`;
  return [inert(place), `    ${inert(revealed ? before : mark)}`];
}
