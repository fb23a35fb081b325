/**
 * The nonce of this page load, "" where the page came without one. Vite writes the tag; browsers hide the attribute's
 * text and give it as the property `nonce` only.
 */
export function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
