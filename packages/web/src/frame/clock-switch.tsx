import { Button } from "@mantine/core";
import { use } from "react";
import { frameTexts } from "../texts/frame.ts";
import { TimeZoneContext } from "../times/time-zone.ts";

/** Times in UTC or by the reader's clock; remembered. */
export function ClockSwitch() {
  const { zone, choose } = use(TimeZoneContext);
  const toLocal = zone === "utc";
  const name = toLocal ? frameTexts.toLocal : frameTexts.toUtc;
  return (
    <Button
      variant="subtle"
      color="gray"
      px={6}
      miw={44}
      aria-label={name}
      title={name}
      onClick={() => choose(toLocal ? "local" : "utc")}
    >
      {toLocal ? frameTexts.utc : frameTexts.local}
    </Button>
  );
}
