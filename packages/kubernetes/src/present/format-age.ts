/**
 * A time span as kubectl writes it: 45s, 3m20s, 5h12m, 2d3h, 400d, 3y40d. Rules of `HumanDuration` in
 * `k8s.io/apimachinery/pkg/util/duration`. Slightly negative spans (clock skew) are 0s, larger ones "<invalid>".
 */
export function formatAge(ms: number): string {
  if (!Number.isFinite(ms)) return "<unknown>";
  const seconds = Math.trunc(ms / 1000);
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.trunc(seconds / 60);
  if (minutes < 10) return joined([minutes, "m"], [seconds % 60, "s"]);
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.trunc(minutes / 60);
  if (hours < 8) return joined([hours, "h"], [minutes % 60, "m"]);
  if (hours < 48) return `${hours}h`;
  const days = Math.trunc(hours / 24);
  if (days < 8) return joined([days, "d"], [hours % 24, "h"]);
  if (days < 365 * 2) return `${days}d`;
  const years = Math.trunc(days / 365);
  if (years < 8) return joined([years, "y"], [days % 365, "d"]);
  return `${years}y`;
}

function joined([large, largeUnit]: [number, string], [small, smallUnit]: [number, string]): string {
  return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
}
