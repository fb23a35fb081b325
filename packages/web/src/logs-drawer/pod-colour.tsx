import styles from "./pod-colour.module.css";

/** So many colours are told apart beside each other; the short name beside it tells the pod. */
const hues = 8;

/** The colour of a pod; its name stands beside it. */
export function PodColour({ hue }: { hue: number }) {
  return <span className={styles.colour} data-hue={hue % hues} aria-hidden />;
}
