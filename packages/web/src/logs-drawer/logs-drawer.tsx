import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Name } from "../parts/name.tsx";
import { PageHead } from "../parts/page-head.tsx";
import type { ObjectRef } from "../place/object-ref.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { useSearch } from "../place/use-search.ts";
import { drawerTexts } from "../texts/drawer.ts";
import { logTexts } from "../texts/logs.ts";

/** The logs of the object that `?log=` names, or of its pods; it stays while one walks. */
export function LogsDrawer({ target }: { target: ObjectRef }) {
  const [, change] = useSearch();
  return (
    <PageHead
      title={
        <>
          {logTexts.title}{" "}
          <PlaceLink place={{ page: "object", ...target }}>
            <Name text={target.namespace ? `${target.namespace}/${target.name}` : target.name} />
          </PlaceLink>
        </>
      }
    >
      <ActionIcon aria-label={drawerTexts.close} title={drawerTexts.close} onClick={() => change({ log: "" })}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </PageHead>
  );
}
