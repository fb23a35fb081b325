/** Names that a query knows before a colon, with the field that each means. */
const meanings = {
  level: "level",
  ns: "namespace",
  namespace: "namespace",
  pod: "pod",
  container: "container",
  workload: "workload",
  node: "node",
  is: "is",
  after: "after",
  before: "before",
  around: "around",
  logger: "logger",
  caller: "caller",
  trace: "trace",
  span: "span",
  method: "method",
  status: "status",
  path: "path",
  duration: "duration",
  format: "format",
} as const;

export type QueryField = (typeof meanings)[keyof typeof meanings];

export const fieldKeys: readonly string[] = Object.keys(meanings);

/** The field of a name, in any case. Undefined for any other name: an attribute of lines. */
export function fieldOfKey(key: string): QueryField | undefined {
  const lower = key.toLowerCase();
  return isKey(lower) ? meanings[lower] : undefined;
}

function isKey(key: string): key is keyof typeof meanings {
  return Object.hasOwn(meanings, key);
}
