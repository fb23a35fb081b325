import type { LogStream } from "@kubin/schema";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { ChoiceList } from "./choice-list.tsx";
import type { LogChoice } from "./log-choice.ts";
import { shortNames } from "./short-names.ts";

interface StreamPickersProps {
  streams: readonly LogStream[];
  choice: LogChoice;
  onChange: (change: Partial<LogChoice>) => void;
}

/** The pods and containers to choose from; one alone is no choice. */
export function StreamPickers({ streams, choice, onChange }: StreamPickersProps) {
  const pods = summed(streams, "pod", choice.runs);
  const containers = summed(streams, "container", choice.runs);
  const names = shortNames(pods.map(({ name }) => name));
  const count = countText(pods.length);
  const somePods = pods.filter(({ name }) => choice.pods.includes(name)).map(({ name }) => name);
  const someContainers = containers.filter(({ name }) => choice.containers.includes(name)).map(({ name }) => name);
  const [pod, ...otherPods] = somePods;
  const [container, ...otherContainers] = someContainers;
  return (
    <>
      {pods.length > 1 && (
        <ChoiceList
          label={logsDrawerTexts.pods}
          said={
            pod === undefined
              ? logsDrawerTexts.allPods(count)
              : otherPods.length === 0
                ? (names.get(pod) ?? pod)
                : logsDrawerTexts.somePods(countText(somePods.length), count)
          }
          options={pods.map((one, hue) => ({ ...one, hue }))}
          chosen={somePods}
          onChange={(chosen) => onChange({ pods: chosen })}
        />
      )}
      {containers.length > 1 && (
        <ChoiceList
          label={logsDrawerTexts.containers}
          said={
            container === undefined
              ? logsDrawerTexts.allContainers(countText(containers.length))
              : otherContainers.length === 0
                ? container
                : logsDrawerTexts.someContainers(countText(someContainers.length), countText(containers.length))
          }
          options={containers}
          chosen={someContainers}
          onChange={(chosen) => onChange({ containers: chosen })}
        />
      )}
    </>
  );
}

/** All names, with the lines of the runs that are shown. */
function summed(streams: readonly LogStream[], by: "pod" | "container", runs: LogChoice["runs"]) {
  const lines = new Map<string, number>();
  for (const stream of streams) {
    const counted = runs === "both" || stream.source === runs ? stream.lines : 0;
    lines.set(stream[by], (lines.get(stream[by]) ?? 0) + counted);
  }
  return [...lines].map(([name, count]) => ({ name, aside: logsDrawerTexts.lines(count, countText(count)) }));
}
