/** Pods that one search names: their names travel with the statement. */
export const maxSearchedPods = 5_000;
