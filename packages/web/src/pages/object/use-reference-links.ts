import type { RelatedObject } from "@kubin/schema";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { TextLink } from "../../editor/text-links.ts";
import { findReferences } from "../../object/find-references.ts";
import type { Place } from "../../place/place.ts";
import { useGo } from "../../place/use-go.ts";
import { useTarget } from "../../place/use-target.ts";
import { objectTexts } from "../../texts/object.ts";

/** The names of captured objects in a YAML text as links within the app. */
export function useReferenceLinks(text: string, related: readonly RelatedObject[]) {
  const router = useRouter();
  const target = useTarget();
  const go = useGo();
  const references = useMemo(() => findReferences(text, related), [text, related]);
  const links = useMemo(
    () =>
      references.map(({ from, to, object }): TextLink => {
        const { href } = router.buildLocation(target(placeOf(object)));
        return { from, to, href, title: objectTexts.toObject(object.kind, object.name) };
      }),
    [references, router, target],
  );
  const follow = (index: number) => {
    const reference = references[index];
    if (reference) go(placeOf(reference.object));
  };
  return { links, follow };
}

function placeOf({ group, plural, namespace, name }: RelatedObject): Place {
  return { page: "object", group, plural, namespace, name };
}
