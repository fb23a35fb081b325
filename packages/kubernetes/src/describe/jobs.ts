import { labelSelectorText } from "../objects/columns/selector-text.ts";
import { dig, flag, type Json, number, records, text } from "../objects/json.ts";
import { formatAge } from "../present/format-age.ts";
import { controlledBy, field, head, labelsAndNotes, timeText } from "./fields.ts";
import type { Page } from "./page.ts";
import { describePodTemplate } from "./pod.ts";

export function describeJob(page: Page, job: Json): void {
  field(page, 0, "Name", text(job, "metadata.name"));
  field(page, 0, "Namespace", text(job, "metadata.namespace"));
  field(page, 0, "Selector", labelSelectorText(job, "spec.selector"));
  labelsAndNotes(page, job);
  controlledBy(page, job);
  page.row(0, "Parallelism:", text(job, "spec.parallelism") || "<unset>");
  page.row(0, "Completions:", text(job, "spec.completions") || "<unset>");
  field(page, 0, "Completion Mode", text(job, "spec.completionMode"));
  page.row(0, "Suspend:", String(flag(job, "spec.suspend")));
  page.row(0, "Backoff Limit:", text(job, "spec.backoffLimit") || "6");
  field(page, 0, "TTL Seconds After Finished", text(job, "spec.ttlSecondsAfterFinished"));
  field(page, 0, "Start Time", timeText(text(job, "status.startTime")));
  field(page, 0, "Completed At", timeText(text(job, "status.completionTime")));
  const took = Date.parse(text(job, "status.completionTime")) - Date.parse(text(job, "status.startTime"));
  if (!Number.isNaN(took)) page.row(0, "Duration:", formatAge(took));
  const deadline = text(job, "spec.activeDeadlineSeconds");
  if (deadline) page.row(0, "Active Deadline Seconds:", `${deadline}s`);
  const of = (name: string) => number(job, `status.${name}`) ?? 0;
  const ready = number(job, "status.ready");
  const active = ready === undefined ? `${of("active")} Active` : `${of("active")} Active (${ready} Ready)`;
  page.row(0, "Pods Statuses:", `${active} / ${of("succeeded")} Succeeded / ${of("failed")} Failed`);
  field(page, 0, "Completed Indexes", text(job, "status.completedIndexes"));
  describePodTemplate(page, dig(job, "spec.template"));
}

export function describeCronJob(page: Page, job: Json): void {
  head(page, job);
  page.row(0, "Schedule:", text(job, "spec.schedule"));
  page.row(0, "Concurrency Policy:", text(job, "spec.concurrencyPolicy"));
  page.row(0, "Suspend:", flag(job, "spec.suspend") ? "True" : "False");
  page.row(0, "Successful Job History Limit:", text(job, "spec.successfulJobsHistoryLimit") || "<unset>");
  page.row(0, "Failed Job History Limit:", text(job, "spec.failedJobsHistoryLimit") || "<unset>");
  const deadline = text(job, "spec.startingDeadlineSeconds");
  page.row(0, "Starting Deadline Seconds:", deadline ? `${deadline}s` : "<unset>");
  field(page, 0, "Time Zone", text(job, "spec.timeZone"));
  page.row(0, "Parallelism:", text(job, "spec.jobTemplate.spec.parallelism") || "<unset>");
  page.row(0, "Completions:", text(job, "spec.jobTemplate.spec.completions") || "<unset>");
  describePodTemplate(page, dig(job, "spec.jobTemplate.spec.template"));
  const last = text(job, "status.lastScheduleTime");
  page.row(0, "Last Schedule Time:", last ? timeText(last) : "<unset>");
  const active = records(job, "status.active").map((one) => text(one, "name"));
  page.row(0, "Active Jobs:", active.join(", ") || "<none>");
}
