import type { PodContainer } from "../../object/pod-containers.ts";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./containers-panel.module.css";

/** What a container asks for, and what it may use at most; nothing where neither is said. */
export function Amounts({ container }: { container: PodContainer }) {
  const { requests, limits } = container;
  if (!requests && !limits) return null;
  return (
    <div className={styles.amounts}>
      {requests && <span>{objectTexts.asks(plainText(requests))}</span>}
      {limits && <span>{objectTexts.atMost(plainText(limits))}</span>}
    </div>
  );
}
