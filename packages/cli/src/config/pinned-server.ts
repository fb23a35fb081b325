/** Whether `server` (normalised) is one of the addresses, or its host fits one of the names with `*`. */
export function isPinned(pins: readonly string[], server: string): boolean {
  const { hostname, host } = new URL(server);
  return pins.some((pin) => {
    if (pin.includes("://")) return withoutSlash(pin) === server;
    return fits(pin.toLowerCase(), pin.includes(":") ? host : hostname);
  });
}

function withoutSlash(address: string): string {
  return URL.canParse(address) ? `${new URL(address).origin}${new URL(address).pathname.replace(/\/+$/, "")}` : address;
}

/** `*` stands for any characters. Pieces are looked for one after the other, so the time is linear. */
function fits(glob: string, text: string): boolean {
  const [head = "", ...rest] = glob.split("*");
  const tail = rest.pop();
  if (tail === undefined) return glob === text;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  let from = head.length;
  const end = text.length - tail.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
