import type { RelatedObject, ResourceRow } from "@kubin/schema";
import type { WhereToLook } from "./where-to-look.ts";

/** A CronJob keeps a handful of Jobs; of one that keeps more the newest tell enough. */
const jobsAtMost = 50;

type Named = Pick<ResourceRow, "group" | "plural" | "namespace" | "name">;

/** Names of the pods that an object owns or selects; of what owns Jobs, a CronJob, those of its Jobs too. */
export async function podsOf({ client, snapshotId }: WhereToLook, object: Named): Promise<string[]> {
  const relatedTo = async ({ group, plural, namespace, name }: Named) => {
    const detail = await client.metadata.resource.query({ snapshotId, group, plural, namespace, name });
    return detail.related;
  };
  const related = await relatedTo(object);
  const ofJobs = await Promise.all(jobsIn(related).map(relatedTo));
  return [...new Set([...related, ...ofJobs.flat()].filter(isOwnPod).map(({ name }) => name))].sort();
}

function isOwnPod({ kind, group, captured, relation }: RelatedObject): boolean {
  return kind === "Pod" && group === "" && captured && (relation === "child" || relation === "selects");
}

function jobsIn(related: readonly RelatedObject[]): RelatedObject[] {
  return related
    .filter((one) => one.kind === "Job" && one.group === "batch" && one.relation === "child" && one.captured)
    .sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""))
    .slice(0, jobsAtMost);
}
