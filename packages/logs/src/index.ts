export type { Query } from "./query.ts";
