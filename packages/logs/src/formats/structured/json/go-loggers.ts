import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/** Durations are in seconds: zap's SecondsDurationEncoder of its production configuration. */
const zapRoles = rolesOf({ s: "duration took elapsed latency" }, knownRoles);

/** zap (pkg.go.dev/go.uber.org/zap, NewProductionEncoderConfig), as in etcd, and controller-runtime's logr on it. */
export const zap: JsonConvention = { name: "zap", has: ["level", "ts", "msg"], roles: zapRoles };

/** controller-runtime and operators: zap with the logger that says which controller it is. */
export const controllerRuntime: JsonConvention = {
  name: "controller-runtime",
  has: ["level", "ts", "msg", "logger"],
  fits: ({ names }) => names.some((name) => name.startsWith("controller") || name.startsWith("reconcile")),
  roles: zapRoles,
};

/**
 * JSON of Kubernetes components (kubernetes.io, "System Logs", `--logging-format=json`): `ts` in milliseconds, `v`
 * instead of a level; an error has `err` and no `v`.
 */
export const klogJson: JsonConvention = {
  name: "klog-json",
  has: ["ts", "msg"],
  not: ["level"],
  fits: (attributes) => attributes.get("v") !== undefined || attributes.get("err") !== undefined,
  finish(reading, { attributes }) {
    return { ...reading, level: attributes.get("v") === undefined ? "error" : "info" };
  },
};

/** zerolog (github.com/rs/zerolog): `level`, `time`, `message`; durations are in milliseconds. */
export const zerolog: JsonConvention = {
  name: "zerolog",
  has: ["level", "message"],
  roles: rolesOf({ ms: "duration took elapsed latency" }, knownRoles),
};

/** JSON of logrus (github.com/sirupsen/logrus) and of Go's log/slog: `level`, `time`, `msg`. */
export const logrusJson: JsonConvention = { name: "logrus-json", has: ["level", "time", "msg"] };
