import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Place } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { type Certificate, makeCertificate } from "../install/make-certificate.ts";
import { dataFolder } from "../places.ts";
import { ports } from "../ports.ts";
import { askPort } from "../process/ask-port.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

const version = "4.1.1";
const artifact = "org.apache.kafka:kafka_2.13";
/** Without one, Kafka ends without a word. */
const logger = { artifact: "org.slf4j:slf4j-simple", version: "1.7.36", file: "slf4j-simple-1.7.36.jar" };

/** Of an engine that only this machine reaches and that holds what tests made. */
const [username, password] = ["kubin", "kubin-engines-on-loopback"];

/**
 * Apache Kafka, one node that is broker and controller, on one port as it is and on another over TLS with a password.
 * Redpanda speaks the same protocol but is no native package.
 */
export const kafka: Engine = {
  name: "kafka",
  about: "Apache Kafka, the bus",
  ports: [ports.kafka, ports.kafkaController, ports.kafkaSecure],
  needs: [],
  async install(place, say) {
    const wanted = [
      ...((await findCommand("java")) ? [] : ["default-jre-headless"]),
      ...((await findCommand("mvn")) ? [] : ["maven"]),
      ...((await findCommand("openssl")) ? [] : ["openssl"]),
    ];
    if (wanted.length > 0) await aptInstall(wanted, say);
    const libraries = librariesOf(place);
    if ((await readdir(libraries).catch((): string[] => [])).includes(logger.file)) return;
    say(`fetching Kafka ${version} (46 MB, once)`);
    const project = join(place.cache, "kafka", version);
    await mkdir(project, { recursive: true });
    await writeFile(join(project, "pom.xml"), pom());
    await run("mvn", ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=libs"], { cwd: project });
  },
  async prepare(place) {
    const file = join(place.run, "server.properties");
    await writeFile(file, properties(place, await makeCertificate(place.run)), { mode: 0o600 });
    const java = ["-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", join(librariesOf(place), "*")];
    const formatted = await stat(join(place.run, "data", "meta.properties")).catch(() => undefined);
    if (!formatted) {
      const id = Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url");
      const scram = `SCRAM-SHA-512=[name=${username},password=${password}]`;
      await run("java", [...java, "kafka.tools.StorageTool", "format", "-t", id, "-c", file, "--add-scram", scram]);
    }
    return [{ command: "java", args: [...java, "kafka.Kafka", file] }];
  },
  async ask() {
    // ApiVersions (key 18, version 0), correlation 1, no client id: the smallest request that a broker answers.
    const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
    await askPort(ports.kafka, request);
  },
  environment: () => ({
    KAFKA_BROKERS: `127.0.0.1:${ports.kafka}`,
    SECURE_KAFKA_BROKERS: `localhost:${ports.kafkaSecure}`,
    SECURE_KAFKA_CA_FILE: join(dataFolder(), "kafka", "tls", "ca.pem"),
    SECURE_KAFKA_USERNAME: username,
    SECURE_KAFKA_PASSWORD: password,
  }),
};

function librariesOf(place: Place): string {
  return join(place.cache, "kafka", version, "libs");
}

function pom(): string {
  return `<project><modelVersion>4.0.0</modelVersion>
<groupId>kubin</groupId><artifactId>engines</artifactId><version>1</version>
<dependencies>${dependency(artifact, version)}${dependency(logger.artifact, logger.version)}</dependencies></project>
`;
}

function dependency(name: string, at: string): string {
  const [groupId, artifactId] = name.split(":");
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${at}</version></dependency>`;
}

/** KRaft in one process; replication of one, since there is no second node. */
function properties(place: Place, { chain, key }: Certificate): string {
  const pem = (text: string) => text.trim().replaceAll("\n", "\\n");
  const login = "org.apache.kafka.common.security";
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${ports.kafkaController}
listeners=PLAINTEXT://127.0.0.1:${ports.kafka},SASL_SSL://127.0.0.1:${ports.kafkaSecure},CONTROLLER://127.0.0.1:${ports.kafkaController}
advertised.listeners=PLAINTEXT://127.0.0.1:${ports.kafka},SASL_SSL://localhost:${ports.kafkaSecure}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512
listener.name.sasl_ssl.plain.sasl.jaas.config=${login}.plain.PlainLoginModule required user_${username}="${password}";
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=${login}.scram.ScramLoginModule required;
ssl.keystore.type=PEM
ssl.keystore.certificate.chain=${pem(chain)}
ssl.keystore.key=${pem(key)}
log.dirs=${join(place.run, "data")}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
`;
}
