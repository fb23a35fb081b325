import { useQuery } from "@tanstack/react-query";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { gapsAbout } from "../../parts/gaps-about.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { helmTexts } from "../../texts/helm.ts";
import { listTexts } from "../../texts/lists.ts";
import styles from "./helm-page.module.css";

/** Why no release is shown: there is none, or what would tell was not captured. */
export function NoReleases({ hasSecrets }: { hasSecrets: boolean }) {
  const live = isLive(useSnapshot().snapshot.state);
  const { data } = useQuery(useQuestions().overview());
  const gaps = gapsAbout(data?.coverage ?? [], "secrets");
  const forbidden = gaps.some(({ kind }) => kind === "forbidden");
  const why = live
    ? helmTexts.noneYet
    : forbidden
      ? helmTexts.secretsForbidden
      : hasSecrets
        ? helmTexts.noneAmong
        : helmTexts.secretsMissing;
  return (
    <div className={styles.none}>
      <h3>{helmTexts.none}</h3>
      <p>{why}</p>
      {gaps.slice(0, 5).map((gap) => (
        <p key={`${gap.kind} ${gap.namespace}`}>{plainText(gap.detail)}</p>
      ))}
      {!live && !hasSecrets && <PlaceLink place={{ page: "coverage" }}>{listTexts.toCoverage}</PlaceLink>}
    </div>
  );
}
