const failed = "failed";
const again = "again";

/** Remembers in the document which stylesheets could not be fetched, for `fetchFailedStyles`. */
export function markFailedStyles(): void {
  // In the capture: such an event does not bubble.
  document.addEventListener("error", ({ target }) => isStyle(target) && target.setAttribute("data-fetch", failed), {
    capture: true,
  });
}

/**
 * Fetches anew the stylesheets that could not be fetched. Vite asks for those of a part once only and takes the second
 * time for done, so the part would come without them. Undefined where none is missing; rejects where one still is.
 */
export function fetchFailedStyles(): Promise<unknown> | undefined {
  const missing = [...document.head.querySelectorAll<HTMLLinkElement>("link[data-fetch]")];
  return missing.length === 0 ? undefined : Promise.all(missing.map(fetchOne));
}

function fetchOne(link: HTMLLinkElement): Promise<void> {
  // Somebody else asks already.
  if (link.dataset.fetch === again) return settled(link);
  // A new element is fetched as soon as it is in the document; the old one never again.
  const fresh = link.cloneNode();
  if (!isStyle(fresh)) return Promise.resolve();
  fresh.dataset.fetch = again;
  const done = settled(fresh);
  link.replaceWith(fresh);
  return done;
}

function settled(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    link.addEventListener(
      "load",
      () => {
        link.removeAttribute("data-fetch");
        resolve();
      },
      { once: true },
    );
    // In the words of Vite, by which a missing piece of the app is told from a defect.
    link.addEventListener("error", () => reject(new Error(`Unable to preload CSS for ${link.href}`)), { once: true });
  });
}

function isStyle(target: unknown): target is HTMLLinkElement {
  return target instanceof HTMLLinkElement && target.rel === "stylesheet";
}
