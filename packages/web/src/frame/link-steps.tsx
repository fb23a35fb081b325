import { useEffect, useState } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { frameTexts } from "../texts/frame.ts";
import styles from "./strip.module.css";

/** How long the words stay. */
const shownMs = 6_000;

/** On a shared link: the keys to the snapshots before and after say why they lead nowhere. */
export function LinkSteps() {
  const [told, setTold] = useState(0);
  useEffect(() => {
    if (told === 0) return;
    const timer = setTimeout(() => setTold(0), shownMs);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = () => setTold((times) => times + 1);
  useKeys({ "[": tell, "]": tell });
  return <div role="status">{told > 0 && <div className={styles.strip}>{frameTexts.linkShowsOne}</div>}</div>;
}
