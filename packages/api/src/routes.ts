import type { Meta } from "./trpc.ts";

type Path = `/${string}`;

/** Routes of `/api/v1`; the tag is what the path is about: with snapshots, what of them. */
export function get(path: Path, summary: string): Meta {
  return { openapi: { method: "GET", path, summary, tags: [tagOf(path)] } };
}

export function post(path: Path, summary: string): Meta {
  return { openapi: { method: "POST", path, summary, tags: [tagOf(path)] } };
}

export function remove(path: Path, summary: string): Meta {
  return { openapi: { method: "DELETE", path, summary, tags: [tagOf(path)] } };
}

function tagOf(path: Path): string {
  const words = path.split("/").filter((word) => word !== "" && !word.startsWith("{"));
  return (words[0] === "snapshots" ? words[1] : undefined) ?? words[0] ?? "snapshots";
}
