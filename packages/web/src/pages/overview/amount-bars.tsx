import type { Amounts, NodeAllocation } from "@kubin/schema";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./amount-bars.module.css";
import { cpuText, memoryText } from "./amount-text.ts";

interface AmountBarsProps {
  node: NodeAllocation;
  of: keyof Amounts;
}

const kinds = ["requests", "limits", "usage"] as const;

/** Requests, limits and usage of one node against what it can give: three thin bars, and requests in words. */
export function AmountBars({ node, of }: AmountBarsProps) {
  const all = node.allocatable?.[of];
  const write = of === "cpu" ? cpuText : memoryText;
  const told = kinds.flatMap((kind) => {
    const amount = node[kind]?.[of];
    return amount === undefined ? [] : [{ kind, amount }];
  });
  const words = told.map(({ kind, amount }) => {
    const what = overviewTexts[kind];
    if (!all) return overviewTexts.amountAlone(what, write(amount));
    return overviewTexts.amountOf({ what, amount: write(amount), all: write(all), percent: percent(amount, all) });
  });
  if (!node.usage) words.push(overviewTexts.noUsage);
  return (
    <span className={styles.amounts} title={words.join("\n")}>
      <span className={styles.bars} role="img" aria-label={words.join(", ")}>
        {all !== undefined &&
          all > 0 &&
          told.map(({ kind, amount }) => (
            <span key={kind} className={styles.track}>
              <span
                className={styles[kind]}
                data-over={kind !== "limits" && amount > all * 0.9}
                style={{ width: `${Math.min(100, (amount / all) * 100)}%` }}
              />
            </span>
          ))}
      </span>
      <span className={styles.words} aria-hidden>
        {all ? percent(node.requests[of], all) : write(node.requests[of])}
      </span>
    </span>
  );
}

function percent(amount: number, all: number): string {
  return `${Math.round((amount / all) * 100)} %`;
}
