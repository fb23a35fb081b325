import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { listTexts } from "../../texts/lists.ts";
import { objectTexts } from "../../texts/object.ts";

/** The object is not in the capture: the list, and what else was not captured. */
export function NotCaptured({ group, plural }: { group: string; plural: string }) {
  return (
    <Notice
      title={objectTexts.notCapturedTitle}
      actions={
        <>
          <PlaceLink place={{ page: "list", group, plural }}>{plural}</PlaceLink>
          <PlaceLink place={{ page: "coverage" }}>{listTexts.toCoverage}</PlaceLink>
        </>
      }
    />
  );
}
