/** `*` is any text; everything else is itself. */
export function globOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
