/** An image as a person reads it: twelve digits of a digest are enough to tell it from others. */
export function shortImage(image: string): string {
  return image.replace(/@(sha\d+:[0-9a-f]{12})[0-9a-f]+$/, "@$1…");
}
