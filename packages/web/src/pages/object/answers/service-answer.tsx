import type { ResourceDetail } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import { podsOf } from "../../../object/pods-of.ts";
import { textAt, textsAt } from "../../../object/read-json.ts";
import { serviceBackends } from "../../../object/service-backends.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { VerdictLine } from "../verdict-line.tsx";
import { BackendsPanel } from "./backends-panel.tsx";
import { backendsWord } from "./backends-word.ts";
import { PortsPanel } from "./ports-panel.tsx";

/** Slices of one service hold 100 endpoints each. */
const slicesAtMost = 10;

/** Who is behind it, and why one is not. */
export function ServiceAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const users = related.filter(({ relation }) => relation === "used-by");
  const slices = users.filter(({ kind }) => kind === "EndpointSlice");
  const asked = slices.length > 0 ? slices : users.filter(({ kind }) => kind === "Endpoints");
  const { details, waiting } = useDetails(asked, slicesAtMost);
  const external = textAt(object, "spec", "externalName");
  if (textAt(object, "spec", "type") === "ExternalName") {
    return <VerdictLine health="unknown">{answerTexts.external(plainText(external))}</VerdictLine>;
  }
  const endpoints = details.length > 0 ? details.map((one) => one.object) : undefined;
  const backends = serviceBackends({ pods: podsOf(related), endpoints });
  const selector = textsAt(object, "spec", "selector").map(([key, value]) => plainText(`${key}=${value}`));
  const { health, words } = backendsWord({ backends, selector, known: endpoints !== undefined });
  return (
    <>
      {!waiting && (
        <VerdictLine health={health} question={answerTexts.whoIsBehind}>
          {words}
        </VerdictLine>
      )}
      <PortsPanel service={object} slices={details.map((one) => one.object)} selector={selector} />
      {(backends.length > 0 || waiting) && <BackendsPanel backends={backends} waiting={waiting} />}
    </>
  );
}
