import { at, type Json, recordsAt, textAt } from "../../../object/read-json.ts";
import { Panel } from "../../../parts/panel.tsx";
import { SmallTable } from "../../../parts/small-table.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { withoutEmptyColumns } from "../without-empty-columns.ts";
import styles from "./answers.module.css";

interface PortsPanelProps {
  service: Json;
  /** Endpoint slices, where captured: they tell which port of the pods a named one is. */
  slices: readonly Json[];
  selector: readonly string[];
}

/** What a service selects, where it listens, and where it sends to. */
export function PortsPanel({ service, slices, selector }: PortsPanelProps) {
  const ports = recordsAt(service, "spec", "ports");
  const addresses = [...texts(at(service, "spec", "externalIPs")), ...balancers(service)];
  const facts = [
    { name: answerTexts.selector, value: selector.length > 0 ? selector.join(", ") : answerTexts.none },
    { name: answerTexts.type, value: plainText(textAt(service, "spec", "type") || "ClusterIP") },
    { name: answerTexts.clusterIp, value: plainText(textAt(service, "spec", "clusterIP")) },
    { name: answerTexts.externally, value: plainText(addresses.join(", ")) },
    { name: answerTexts.affinity, value: affinity(service) },
  ];
  return (
    <Panel flush title={answerTexts.ports}>
      <div className={styles.facts}>
        <FactList facts={facts} />
      </div>
      {ports.length > 0 && (
        <SmallTable
          label={answerTexts.ports}
          {...withoutEmptyColumns({
            columns: [
              { name: answerTexts.port },
              { name: answerTexts.name },
              { name: answerTexts.toPort },
              { name: answerTexts.nodePort },
            ],
            rows: ports.map((port, index) => ({
              key: `${index}`,
              cells: [
                plainText(`${textAt(port, "port")}/${textAt(port, "protocol") || "TCP"}`),
                plainText(textAt(port, "name")),
                plainText(targetOf(port, slices)),
                plainText(textAt(port, "nodePort")),
              ],
            })),
          })}
        />
      )}
    </Panel>
  );
}

function targetOf(port: Json, slices: readonly Json[]): string {
  const target = textAt(port, "targetPort") || textAt(port, "port");
  if (/^\d+$/.test(target)) return target;
  const name = textAt(port, "name");
  const numbers = slices
    .flatMap((slice) => [
      ...recordsAt(slice, "ports"),
      ...recordsAt(slice, "subsets").flatMap((one) => recordsAt(one, "ports")),
    ])
    .filter((one) => textAt(one, "name") === name)
    .map((one) => textAt(one, "port"));
  const known = [...new Set(numbers)].filter(Boolean).join(", ");
  return known ? `${target} (${known})` : target;
}

function balancers(service: Json): string[] {
  const found = recordsAt(service, "status", "loadBalancer", "ingress");
  return found.map((one) => textAt(one, "hostname") || textAt(one, "ip")).filter(Boolean);
}

function affinity(service: Json): string {
  const kind = textAt(service, "spec", "sessionAffinity");
  return kind === "None" ? "" : plainText(kind);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
