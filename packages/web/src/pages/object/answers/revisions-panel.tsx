import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import { cellText } from "../../../object/cell-of.ts";
import { numberAt } from "../../../object/read-json.ts";
import { imagesOf, revisionOf } from "../../../object/rollout-facts.ts";
import { shortImage } from "../../../object/short-image.ts";
import { Age } from "../../../parts/age.tsx";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { objectTexts } from "../../../texts/object.ts";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";

const shownAtMost = 10;

/** The replica sets of a deployment, newest first: revision, images, how many are ready. Nothing for other kinds. */
export function RevisionsPanel({ detail }: { detail: ResourceDetail }) {
  const sets = detail.related
    .filter(({ relation, kind }) => relation === "child" && (kind === "ReplicaSet" || kind === "ReplicationController"))
    .sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""));
  const { details } = useDetails(sets, shownAtMost);
  if (sets.length === 0) return null;
  const objects = new Map(details.map(({ row, object }) => [row.name, object]));
  const more = sets.length - shownAtMost;
  return (
    <Panel flush title={answerTexts.revisions} aside={countText(sets.length)}>
      <SmallTable
        label={answerTexts.revisions}
        columns={[
          { name: answerTexts.revision },
          { name: answerTexts.replicaSet },
          { name: answerTexts.images },
          { name: answerTexts.readyPods, align: "right" },
          { name: objectTexts.age, align: "right" },
        ]}
        rows={sets.slice(0, shownAtMost).map((set) => {
          const object = objects.get(set.name);
          const images = object ? imagesOf(object) : cellText(set, "Images").split(",").filter(Boolean);
          return {
            key: set.name,
            cells: [
              object ? plainText(revisionOf(object)) : "",
              <SetName key="name" set={set} />,
              <ImageNames key="images" images={images} />,
              object && readyOf(object),
              <Age key="age" at={set.createdAt} />,
            ],
          };
        })}
      />
      {more > 0 && <p className={styles.note}>{answerTexts.moreRevisions(countText(more))}</p>}
    </Panel>
  );
}

/** Each image once and on its own line, without the registry: a workload has its images from one or two. */
function ImageNames({ images }: { images: readonly string[] }) {
  return (
    <ul className={styles.wrap} title={images.map(plainText).join("\n")}>
      {[...new Set(images)].map((image) => {
        const short = shortImage(image);
        return <li key={image}>{plainText(short.slice(short.lastIndexOf("/") + 1))}</li>;
      })}
    </ul>
  );
}

function SetName({ set }: { set: RelatedObject }) {
  return (
    <span className={styles.name}>
      <HealthMark health={set.health} />
      <ObjectLink object={set} />
    </span>
  );
}

function readyOf(object: ResourceDetail["object"]): string {
  const desired = numberAt(object, "spec", "replicas") ?? 1;
  return answerTexts.of(countText(numberAt(object, "status", "readyReplicas") ?? 0), countText(desired));
}
