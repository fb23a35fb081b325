import { KubinError } from "@kubin/schema";

/** Throws BAD_INPUT where two options are given that exclude each other. */
export function refuseBoth(...options: readonly (readonly [name: string, value: unknown])[]): void {
  const [one, other] = options.filter(([, value]) => value !== undefined && value !== false).map(([name]) => name);
  if (other !== undefined) throw new KubinError("BAD_INPUT", `${one} and ${other} exclude each other.`);
}
