export { openDistributed } from "./open-distributed.ts";
