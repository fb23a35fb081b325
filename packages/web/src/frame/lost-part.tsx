import { Notice } from "../parts/notice.tsx";
import { useTitle } from "../parts/use-title.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { failureTexts } from "../texts/failures.ts";

/** An address below a snapshot that leads to nothing: the snapshot is still there. */
export function LostPart() {
  useTitle(failureTexts.pageNotFound);
  return (
    <Notice
      isPage
      title={failureTexts.pageNotFound}
      actions={<PlaceLink place={{ page: "overview" }}>{failureTexts.toOverview}</PlaceLink>}
    >
      {failureTexts.pageNotFoundHere}
    </Notice>
  );
}
