import type { ReactNode } from "react";
import styles from "./facts-panel.module.css";

export interface Fact {
  key?: string;
  name: string;
  value: ReactNode;
}

/** Names and values side by side; facts without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const told = facts.filter(({ value }) => value !== "" && value !== undefined && value !== null && value !== false);
  return (
    <dl className={styles.facts}>
      {told.map(({ key, name, value }) => (
        <div key={key ?? name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
