import { timeOfValue } from "../../../parse/own-time.ts";
import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/**
 * Events of the API server's audit log (kubernetes.io, "Auditing", audit.k8s.io/v1). `level` is how much was recorded,
 * no severity; the duration is from the request's arrival to the event's stage; user is who asked.
 */
export const kubernetesAudit: JsonConvention = {
  name: "kubernetes-audit",
  has: ["auditID", "stage"],
  roles: rolesOf(
    {
      attribute: "level verb metadata.creationTimestamp timestamp responseStatus.status responseStatus.message",
      time: "stageTimestamp",
      status: "responseStatus.code",
      path: "requestURI",
    },
    knownRoles,
  ),
  finish(reading, { attributes }) {
    const verb = attributes.get("verb") ?? "";
    const uri = attributes.get("requestURI") ?? "";
    const code = attributes.get("responseStatus.code");
    const user = attributes.get("user.username");
    const begun = timeOfValue(attributes.get("requestReceivedTimestamp") ?? "");
    const fields = [...reading.fields];
    if (user !== undefined) fields.unshift(["user", user]);
    if (begun && reading.time && reading.time.at >= begun.at) {
      fields.unshift(["duration", String(Number(reading.time.at - begun.at) / 1e6)]);
    }
    return { ...reading, fields, body: [verb, uri, code].filter((part) => part).join(" ") };
  },
};
