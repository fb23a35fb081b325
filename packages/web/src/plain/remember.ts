/** Keeps a small choice in this browser. Where storage is forbidden or full, it holds until the page is left. */
export function remember(name: string, text: string): void {
  try {
    window.localStorage.setItem(name, text);
  } catch {
    // Nothing depends on it.
  }
}

/** What `remember` kept; undefined for nothing. */
export function recall(name: string): string | undefined {
  try {
    return window.localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
