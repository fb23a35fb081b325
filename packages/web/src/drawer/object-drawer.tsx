import { ActionIcon } from "@mantine/core";
import { IconArrowsMaximize, IconX } from "@tabler/icons-react";
import { ObjectView } from "../pages/object/object-view.tsx";
import { formatObjectRef, type ObjectRef } from "../place/object-ref.ts";
import { useGo } from "../place/use-go.ts";
import { useSearch } from "../place/use-search.ts";
import { drawerTexts } from "../texts/drawer.ts";

/** The object that `?open=` names, beside the page it was opened from. */
export function ObjectDrawer({ target }: { target: ObjectRef }) {
  const [{ tab }, change] = useSearch();
  const go = useGo();
  const close = () => change({ open: "", tab: "", line: "" });
  return (
    <ObjectView
      key={formatObjectRef(target)}
      target={target}
      onLeave={close}
      tools={
        <>
          <ActionIcon
            aria-label={drawerTexts.asPage}
            title={drawerTexts.asPage}
            onClick={() => go({ page: "object", ...target, search: { tab } }, { asPage: true })}
          >
            <IconArrowsMaximize size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={drawerTexts.close} title={drawerTexts.close} onClick={close}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </>
      }
    />
  );
}
