/** Words of long tables. */
export const tableTexts = {
  tick: "Select",
  tickAll: "Select all rows",
  menuOf: (name: string) => `Column ${name}`,
} as const;
