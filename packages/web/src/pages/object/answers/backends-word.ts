import type { Health } from "@kubin/schema";
import type { Backend } from "../../../object/service-backends.ts";
import { countText } from "../../../plain/count-text.ts";
import { answerTexts } from "../../../texts/answers.ts";

interface BackendsWord {
  backends: readonly Backend[];
  /** `app=web` each; empty where the service selects nothing. */
  selector: readonly string[];
  /** Whether its endpoints were captured. */
  known: boolean;
}

/** Who is behind a service, in one sentence. */
export function backendsWord({ backends, selector, known }: BackendsWord): { health: Health; words: string } {
  const all = backends.length;
  const ready = backends.filter(({ state }) => state === "ready").length;
  if (all === 0 && selector.length > 0)
    return { health: "failing", words: answerTexts.noPodMatches(selector.join(", ")) };
  if (all === 0) return { health: "unknown", words: answerTexts.noSelector };
  if (!known) {
    const healthy = backends.filter(({ health }) => health === "ok").length;
    const health = healthy === 0 ? "failing" : healthy < all ? "warning" : "ok";
    return { health, words: answerTexts.byPodsOnly(countText(healthy), countText(all)) };
  }
  if (ready === 0) return { health: "failing", words: answerTexts.noneReady(countText(all)) };
  if (ready < all) return { health: "warning", words: answerTexts.someReady(countText(ready), countText(all)) };
  return { health: "ok", words: answerTexts.allReady(countText(all)) };
}
