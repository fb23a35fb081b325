import { datedFormat } from "../parts/dated-format.ts";

/** Error log of gunicorn (`gunicorn.glogging`, `error_fmt`): `[2021-08-05 10:14:09  +0000] [7] [INFO] Booting worker`. */
export const gunicornError = datedFormat({
  name: "gunicorn-error",
  open: true,
  patterns: [/\] \[(?<pid>\d{1,10})\] \[(?<level>[A-Z]{4,8})\] /y],
});
