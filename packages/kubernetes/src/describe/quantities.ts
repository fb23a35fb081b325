const binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi"];

/** Cores as Kubernetes writes them: `2`, `1500m`. */
export function coresText(cores: number): string {
  const milli = Math.round(cores * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** Bytes in the largest unit that loses nothing: `290Mi`, `15256136Ki`, `1000`. */
export function bytesText(bytes: number): string {
  let [amount, power] = [Math.round(bytes), 0];
  while (amount !== 0 && amount % 1024 === 0 && power < binary.length - 1) {
    amount /= 1024;
    power++;
  }
  return `${amount}${binary[power]}`;
}
