import type { LogStream, ResourceDetail } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { podContainers } from "../../object/pod-containers.ts";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { Amounts } from "./amounts.tsx";
import { ContainerName } from "./container-name.tsx";
import { ContainerState } from "./container-state.tsx";
import { LastRun } from "./last-run.tsx";
import { StreamLinks } from "./stream-links.tsx";

/** The containers of a pod: what each is doing, how it ended before, and its logs. */
export function ContainersPanel({ detail }: { detail: ResourceDetail }) {
  const containers = podContainers(detail.object);
  const { namespace, name } = detail.row;
  const questions = useQuestions();
  const { data } = useQuery(questions.podStreams({ namespaces: [namespace], pod: name }));
  const streams: LogStream[] = data?.items ?? [];
  if (containers.length === 0) return null;
  return (
    <Panel flush title={objectTexts.containers} aside={countText(containers.length)}>
      <SmallTable
        label={objectTexts.containers}
        columns={[
          { name: objectTexts.container },
          { name: objectTexts.state },
          { name: objectTexts.ready },
          { name: objectTexts.restarts, align: "right" },
          { name: objectTexts.last },
          { name: objectTexts.logs },
          { name: objectTexts.resources },
        ]}
        rows={containers.map((container) => ({
          key: `${container.role} ${container.name}`,
          cells: [
            <ContainerName key="name" container={container} />,
            <ContainerState key="state" container={container} />,
            container.ready === undefined ? "" : container.ready ? objectTexts.yes : objectTexts.no,
            countText(container.restarts),
            <LastRun key="last" last={container.last} />,
            <StreamLinks key="logs" streams={streams.filter((one) => one.container === container.name)} />,
            <Amounts key="resources" container={container} />,
          ],
        }))}
      />
    </Panel>
  );
}
