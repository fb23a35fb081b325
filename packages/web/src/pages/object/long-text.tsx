import { Button } from "@mantine/core";
import { useState } from "react";
import { Name } from "../../parts/name.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { safeHref } from "../../plain/safe-href.ts";
import { objectTexts } from "../../texts/object.ts";

const shownAtMost = 300;

/** Captured text: inert, cut where it is long, a link only where all of it is an http(s) address. */
export function LongText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const long = text.length > shownAtMost;
  const shown = long && !all ? `${text.slice(0, shownAtMost)}…` : text;
  const href = /^https?:\/\/\S+$/.test(text) ? safeHref(text) : undefined;
  return (
    <>
      {href ? (
        <a href={href} rel="noopener noreferrer nofollow" target="_blank">
          {plainText(shown)}
        </a>
      ) : (
        <Name text={shown} />
      )}
      {long && (
        <>
          {" "}
          <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? objectTexts.showLess : objectTexts.showAll}
          </Button>
        </>
      )}
    </>
  );
}
