import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { ingressRules } from "../../../object/ingress-rules.ts";
import { at, recordsAt, textAt } from "../../../object/read-json.ts";
import { Panel } from "../../../parts/panel.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { answerTexts } from "../../../texts/answers.ts";
import { FactList } from "../fact-list.tsx";
import { ObjectLink } from "../object-link.tsx";
import styles from "./answers.module.css";
import { RulesPanel } from "./rules-panel.tsx";

/** Where do its hosts lead, and is anybody there. */
export function IngressAnswer({ detail }: { detail: ResourceDetail }) {
  const { object, related } = detail;
  const find = (kind: string, name: string) => related.find((one) => one.kind === kind && one.name === name);
  const className = textAt(object, "spec", "ingressClassName");
  const annotated = textAt(object, "metadata", "annotations", "kubernetes.io/ingress.class");
  const addresses = recordsAt(object, "status", "loadBalancer", "ingress").map(
    (one) => textAt(one, "hostname") || textAt(one, "ip"),
  );
  const certificates = recordsAt(object, "spec", "tls").map((tls) => {
    const hosts = at(tls, "hosts");
    return {
      secret: textAt(tls, "secretName"),
      hosts: Array.isArray(hosts) ? hosts.filter((one) => typeof one === "string").join(", ") : "",
    };
  });
  return (
    <>
      <RulesPanel rules={ingressRules(object)} related={related} />
      <Panel title={answerTexts.entry}>
        <FactList
          facts={[
            {
              name: answerTexts.ingressClass,
              value: className ? (
                <Linked object={find("IngressClass", className)} name={className} />
              ) : (
                plainText(annotated)
              ),
            },
            {
              name: answerTexts.address,
              value: plainText(addresses.filter(Boolean).join(", ")) || answerTexts.noAddress,
            },
            ...certificates.map(({ secret, hosts }, index) => ({
              key: `tls ${index}`,
              name: answerTexts.certificate,
              value: (
                <span className={styles.wrap}>
                  {secret ? <Linked object={find("Secret", secret)} name={secret} /> : answerTexts.defaultCertificate}
                  {hosts && <span className={styles.quiet}> {plainText(hosts)}</span>}
                </span>
              ),
            })),
          ]}
        />
      </Panel>
    </>
  );
}

function Linked({ object, name }: { object: RelatedObject | undefined; name: string }) {
  return object ? <ObjectLink object={object} /> : plainText(name);
}
