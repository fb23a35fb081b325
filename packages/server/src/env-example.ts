import { settings } from "./settings.ts";

/** The text of `.env.example`: every setting with its meaning and default. A test compares it with the file. */
export function envExample(): string {
  const blocks = Object.values(settings).map(({ env, about, expected, standard }) =>
    [`# ${about}`, `# Expected: ${expected}. Default: ${standard}.`, `# ${env}=`].join("\n"),
  );
  return `# Settings of kubin-server. Copy to .env and set what differs.\n\n${blocks.join("\n\n")}\n`;
}
