import type { RelatedObject } from "@kubin/schema";
import { useDetails } from "../../../data/use-details.ts";
import type { IngressRule } from "../../../object/ingress-rules.ts";
import { serviceState } from "../../../object/service-word.ts";
import { HealthMark } from "../../../parts/health-mark.tsx";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";

interface RulesPanelProps {
  rules: readonly (IngressRule & { weight?: string })[];
  related: readonly RelatedObject[];
}

const servicesAtMost = 10;

/** Host and path, the service behind them, and whether pods are behind that. */
export function RulesPanel({ rules, related }: RulesPanelProps) {
  const services = related.filter(({ kind, relation }) => kind === "Service" && relation === "uses");
  const { details, waiting } = useDetails(services, servicesAtMost);
  const known = new Map(details.map((one) => [one.row.name, one]));
  const byName = new Map(services.map((one) => [one.name, one]));
  const stateOf = ({ service, port }: IngressRule) => {
    const detail = known.get(service);
    if (detail) return serviceWords(serviceState(detail, port), port);
    const named = byName.get(service);
    if (!service || (named?.captured && waiting)) return undefined;
    return {
      health: "unknown" as const,
      words: named?.captured ? answerTexts.notRead : answerTexts.serviceNotCaptured,
    };
  };
  return (
    <Panel flush title={answerTexts.rules} aside={countText(rules.length)}>
      {rules.length === 0 ? (
        <p className={styles.note}>{answerTexts.noRules}</p>
      ) : (
        <SmallTable
          label={answerTexts.rules}
          columns={[{ name: answerTexts.host }, { name: answerTexts.service }, { name: answerTexts.isAnybodyThere }]}
          rows={rules.map((rule, index) => {
            const named = byName.get(rule.service);
            const state = stateOf(rule);
            return {
              key: `${index}`,
              cells: [
                <span key="host" className={styles.wrap}>
                  {plainText(rule.host)}
                  <span className={styles.quiet}>{plainText(rule.path)}</span>
                </span>,
                <span key="service" className={styles.service}>
                  {named ? <ObjectLink object={named} /> : plainText(rule.service || rule.other)}
                  {rule.port && <span className={styles.quiet}>:{plainText(rule.port)}</span>}
                  {rule.weight && <span className={styles.quiet}> {answerTexts.weight(plainText(rule.weight))}</span>}
                </span>,
                state && (
                  <span key="state" className={styles.name}>
                    <HealthMark health={state.health} />
                    {state.words}
                  </span>
                ),
              ],
            };
          })}
        />
      )}
    </Panel>
  );
}

function serviceWords(state: ReturnType<typeof serviceState>, port: string) {
  const { health, pods, lacksPort } = state;
  if (lacksPort) return { health, words: answerTexts.lacksPort(plainText(port)) };
  if (!pods) return { health, words: answerTexts.noSelector };
  if (pods.all === 0) return { health, words: answerTexts.noPodBehind };
  return { health, words: answerTexts.podsReady(countText(pods.ready), countText(pods.all)) };
}
