import type { Insight, Remark } from "@kubin/schema";
import type { FactCollector } from "../bundle/collect-facts.ts";
import type { Redactor } from "../redaction/redactor.ts";

type Facts = ReturnType<FactCollector["facts"]>;

/** What the objects and documents say of the whole, without what must not leave. Marks can be longer than what they stand for. */
export function redactedFacts(facts: Facts, redactor: Redactor): Facts {
  const { cluster, analysis, remark } = facts;
  return {
    ...facts,
    ...(cluster ? { cluster: { ...cluster, name: redactor.label(cluster.name) } } : {}),
    ...(analysis ? { analysis: analysis.map((insight) => redactedInsight(insight, redactor)) } : {}),
    ...(remark ? { remark: redactedRemark(remark, redactor) } : {}),
  };
}

function redactedRemark({ note, labels }: Remark, redactor: Redactor): Remark {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => [key, redactor.label(value).slice(0, 200)]);
  return {
    ...(note === undefined ? {} : { note: redactor.label(note).slice(0, 2000) }),
    ...(labels ? { labels: Object.fromEntries(pairs) } : {}),
  };
}

function redactedInsight(insight: Insight, redactor: Redactor): Insight {
  const label = (text: string, length: number) => redactor.label(text).slice(0, length);
  const { object } = insight;
  return {
    severity: insight.severity,
    name: label(insight.name, 253),
    title: label(insight.title, 1000),
    detail: label(insight.detail, 4000),
    ...(object
      ? {
          object: {
            kind: label(object.kind, 253),
            namespace: redactor.namespace(object.namespace),
            name: label(object.name, 253),
          },
        }
      : {}),
  };
}
