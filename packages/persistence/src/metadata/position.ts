import { KubinError } from "@kubin/schema";
import { storableText } from "./storable.ts";

/** Sort values of a cursor, checked one by one. Throws BAD_INPUT for those of another question. */
export function readPosition(after: readonly (string | number)[]) {
  let at = 0;
  const next = (): string | number | undefined => after[at++];
  const wrong = () => new KubinError("BAD_INPUT", "The cursor does not belong to this list. Start again without one.");
  return {
    text(): string {
      const value = next();
      if (typeof value !== "string") throw wrong();
      return storableText(value);
    },
    int(): number {
      const value = next();
      if (!Number.isSafeInteger(value)) throw wrong();
      return Number(value);
    },
    /** ISO time, or -infinity for none. */
    time(): string {
      const value = next();
      if (typeof value !== "string" || (value !== "" && Number.isNaN(Date.parse(value)))) throw wrong();
      return value || "-infinity";
    },
    end(): void {
      if (at !== after.length) throw wrong();
    },
  };
}
