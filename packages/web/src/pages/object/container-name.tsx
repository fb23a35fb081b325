import type { LogStream } from "@kubin/schema";
import { Badge } from "@mantine/core";
import type { PodContainer } from "../../object/pod-containers.ts";
import { shortImage } from "../../object/short-image.ts";
import { Name } from "../../parts/name.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import { Amounts } from "./amounts.tsx";
import styles from "./containers-panel.module.css";
import { StreamLinks } from "./stream-links.tsx";

interface ContainerNameProps {
  container: PodContainer;
  streams: readonly LogStream[];
}

/** The container's name, what it is for, its logs, its image, and what it asks for. */
export function ContainerName({ container, streams }: ContainerNameProps) {
  const whole = shortImage(container.image);
  const registry = whole.slice(0, whole.lastIndexOf("/") + 1);
  const image = whole.slice(registry.length);
  return (
    <div>
      <span className={styles.name}>
        <Name text={container.name} />{" "}
        {container.role !== "app" && (
          <Badge size="xs" color="gray">
            {objectTexts[container.role]}
          </Badge>
        )}
        <StreamLinks streams={streams} />
      </span>
      <div className={styles.image} title={container.image}>
        {registry && <span className={styles.registry}>{plainText(registry)}</span>}
        {plainText(image)}
      </div>
      <Amounts container={container} />
    </div>
  );
}
