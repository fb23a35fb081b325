const memoryUnits = ["B", "Ki", "Mi", "Gi", "Ti"];

/** CPU in cores as kubectl writes it: "250m" below two cores, else "7.5". */
export function cpuText(cores: number): string {
  if (cores < 2) return cores === 0 ? "0" : `${Math.round(cores * 1000)}m`;
  return Number(cores.toFixed(1)).toString();
}

/** Memory in the units of kubectl: "512 Mi", "7.4 Gi". */
export function memoryText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < memoryUnits.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : Number(size.toFixed(1))} ${memoryUnits[unit] ?? ""}`;
}
