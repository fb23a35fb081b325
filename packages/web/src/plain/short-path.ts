const longChars = 40;
const headChars = 16;
const tailChars = 8;

/** A text in which long segments of paths (digests, names of images) are short in the middle; the whole is for `title`. */
export function shortPath(text: string): string {
  return text.replace(/[^/\s]+/g, (segment) =>
    segment.length > longChars ? `${segment.slice(0, headChars)}…${segment.slice(-tailChars)}` : segment,
  );
}
