import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";

/** Last but one: nothing took the request. */
export const notFound: RequestHandler = (_req, res) => {
  refuse(res, { status: 404, code: "NOT_FOUND", message: "There is nothing at this address." });
};
