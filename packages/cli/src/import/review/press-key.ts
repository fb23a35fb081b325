import { lengthOf, lists, type Reviewed, type ReviewState } from "./review-state.ts";

export type ReviewAction = "accept" | "rule" | "abort";

/** A key as `node:readline` names it. */
export interface Key {
  name?: string | undefined;
  ctrl?: boolean | undefined;
}

const actions: Record<string, ReviewAction> = { a: "accept", r: "rule", q: "abort" };

/** What a key does: an end of the review, or another state of it. */
export function pressKey(key: Key, state: ReviewState, reviewed: Reviewed): ReviewAction | ReviewState {
  const name = key.name ?? "";
  if (key.ctrl) return name === "c" || name === "d" ? "abort" : state;
  const action = actions[name];
  if (action !== undefined) return action;
  const hidden = { ...state, revealed: false };
  const last = Math.max(0, lengthOf(reviewed, state) - 1);
  const to = (line: number) => ({ ...hidden, cursor: Math.min(last, Math.max(0, line)) });
  switch (name) {
    case "v":
      return { ...state, revealed: true };
    case "up":
    case "k":
      return to(state.cursor - 1);
    case "down":
    case "j":
      return to(state.cursor + 1);
    case "pageup":
      return to(state.cursor - 10);
    case "pagedown":
      return to(state.cursor + 10);
    case "return":
    case "right":
      return openRule(hidden, reviewed);
    case "escape":
    case "left":
    case "backspace":
      return closeRule(hidden, reviewed);
    case "tab": {
      const next = lists[(lists.indexOf(state.list) + 1) % lists.length] ?? "rules";
      return { ...hidden, list: next, cursor: 0, rule: undefined };
    }
    default:
      return state;
  }
}

function openRule(state: ReviewState, { rules }: Reviewed): ReviewState {
  if (state.list !== "rules" || state.rule) return state;
  return { ...state, rule: rules[state.cursor], cursor: 0 };
}

function closeRule(state: ReviewState, { rules }: Reviewed): ReviewState {
  if (!state.rule) return state;
  return { ...state, rule: undefined, cursor: Math.max(0, rules.indexOf(state.rule)) };
}
