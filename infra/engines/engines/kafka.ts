import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Place } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { ports } from "../ports.ts";
import { askPort } from "../process/ask-port.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

const version = "4.1.1";
const artifact = "org.apache.kafka:kafka_2.13";

/** Apache Kafka, one node that is broker and controller. Redpanda speaks the same protocol but is no native package. */
export const kafka: Engine = {
  name: "kafka",
  about: "Apache Kafka, the bus",
  ports: [ports.kafka, ports.kafkaController],
  needs: [],
  async install(place, say) {
    const wanted = [
      ...((await findCommand("java")) ? [] : ["default-jre-headless"]),
      ...((await findCommand("mvn")) ? [] : ["maven"]),
    ];
    const libraries = librariesOf(place);
    if ((await readdir(libraries).catch(() => [])).some((name) => name.startsWith("kafka_"))) return;
    if (wanted.length > 0) await aptInstall(wanted, say);
    say(`fetching Kafka ${version} (46 MB, once)`);
    const project = join(place.cache, "kafka", version);
    await mkdir(project, { recursive: true });
    await writeFile(join(project, "pom.xml"), pom());
    await run("mvn", ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=libs"], { cwd: project });
  },
  async prepare(place) {
    const file = join(place.run, "server.properties");
    await writeFile(file, properties(place));
    const java = ["-Xmx512m", "-cp", join(librariesOf(place), "*")];
    const formatted = await stat(join(place.run, "data", "meta.properties")).catch(() => undefined);
    if (!formatted) {
      const id = Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url");
      await run("java", [...java, "kafka.tools.StorageTool", "format", "-t", id, "-c", file]);
    }
    return [{ command: "java", args: [...java, "kafka.Kafka", file] }];
  },
  async ask() {
    // ApiVersions (key 18, version 0), correlation 1, no client id: the smallest request that a broker answers.
    const request = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
    await askPort(ports.kafka, request);
  },
  environment: () => ({ KAFKA_BROKERS: `127.0.0.1:${ports.kafka}` }),
};

function librariesOf(place: Place): string {
  return join(place.cache, "kafka", version, "libs");
}

function pom(): string {
  const [groupId, artifactId] = artifact.split(":");
  const dependency = `<groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>`;
  return `<project><modelVersion>4.0.0</modelVersion>
<groupId>kubin</groupId><artifactId>engines</artifactId><version>1</version>
<dependencies><dependency>${dependency}</dependency></dependencies></project>
`;
}

/** KRaft in one process; replication of one, since there is no second node. */
function properties(place: Place): string {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${ports.kafkaController}
listeners=PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}
advertised.listeners=PLAINTEXT://127.0.0.1:${ports.kafka}
controller.listener.names=CONTROLLER
log.dirs=${join(place.run, "data")}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
`;
}
