import { mkdir } from "node:fs/promises";
import { homedir, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Place } from "./engine.ts";

/** Downloads and builds, `KUBIN_ENGINES_CACHE`: outside the work tree, so that a fresh clone starts in seconds. */
export function cacheFolder(): string {
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return process.env.KUBIN_ENGINES_CACHE ?? join(caches, "kubin", "engines");
}

/** Data and logs, `KUBIN_ENGINES_DATA`. Not below the home folder: PostgreSQL runs as another user where we are root. */
export function dataFolder(): string {
  return process.env.KUBIN_ENGINES_DATA ?? join(tmpdir(), `kubin-engines-${userInfo().uid}`);
}

export async function placeOf(name: string): Promise<Place> {
  const place = { cache: cacheFolder(), run: join(dataFolder(), name) };
  await mkdir(place.cache, { recursive: true });
  await mkdir(place.run, { recursive: true });
  return place;
}
