import type { ReactNode } from "react";
import styles from "./facts-panel.module.css";

export interface Fact {
  key?: string;
  name: string;
  value: ReactNode;
  /** It is read in one line: it has the whole width, below the others. */
  long?: boolean;
}

/** So many letters stand beside another fact. */
export const shortChars = 28;

/** Names and values side by side, long ones in lines of their own at the end; facts without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const told = facts.filter(({ value }) => value !== "" && value !== undefined && value !== null && value !== false);
  return (
    <dl className={styles.facts}>
      {[...told.filter((fact) => !isLong(fact)), ...told.filter(isLong)].map((fact) => (
        <div key={fact.key ?? fact.name} data-long={isLong(fact)}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isLong({ value, long }: Fact): boolean {
  return long ?? (typeof value === "string" && value.length > shortChars);
}
