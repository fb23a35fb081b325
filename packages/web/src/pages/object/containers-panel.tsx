import type { LogStream, ResourceDetail } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { podContainers } from "../../object/pod-containers.ts";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { ContainerName } from "./container-name.tsx";
import { ContainerState } from "./container-state.tsx";

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
          { name: objectTexts.restarts, align: "right" },
        ]}
        rows={containers.map((container) => {
          const logs = streams.filter((one) => one.container === container.name);
          return {
            key: `${container.role} ${container.name}`,
            cells: [
              <ContainerName key="name" container={container} streams={logs} />,
              <ContainerState key="state" container={container} />,
              countText(container.restarts),
            ],
          };
        })}
      />
    </Panel>
  );
}
