import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

/** Installs Debian packages, with sudo where needed. Throws with what to install by hand where there is no apt. */
export async function aptInstall(packages: readonly string[], say: (words: string) => void): Promise<void> {
  if (!(await findCommand("apt-get")))
    throw new Error(`Install ${packages.join(", ")} by hand: there is no apt-get here.`);
  const command = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  const apt = (args: string[]) => {
    const [first = "apt-get", ...rest] = [...command, "apt-get", ...args];
    return run(first, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  say(`installing ${packages.join(", ")} (apt)`);
  await apt(["update", "-qq"]);
  await apt(["install", "-y", "-qq", "--no-install-recommends", ...packages]);
}
