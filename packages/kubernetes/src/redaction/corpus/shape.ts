import type { Seeded } from "./seeded.ts";

/** One way in which a secret is written. */
export interface Shape {
  name: string;
  /** Recognisable by its form alone (provider prefix, PEM, header, URL): all of these must be found. */
  structural: boolean;
  /** The text around the secret and the secret itself, which the text holds. */
  make(random: Seeded): { text: string; secret: string };
}

/** A secret that carries its own mark: the text is the secret. */
export function token(name: string, make: (random: Seeded) => string): Shape {
  return {
    name,
    structural: true,
    make: (random) => {
      const secret = make(random);
      return { text: secret, secret };
    },
  };
}

/** A secret that only its surroundings tell. */
export function within(
  name: string,
  opts: { structural: boolean; secret(random: Seeded): string; text(secret: string): string },
): Shape {
  return {
    name,
    structural: opts.structural,
    make: (random) => {
      const secret = opts.secret(random);
      return { text: opts.text(secret), secret };
    },
  };
}
