/**
 * Works on up to `ahead` inputs at once and gives the results in the order of the inputs. Packing runs beside reading
 * that way, since the platform packs in a thread of its own.
 */
export async function* inOrder<In, Out>(
  inputs: AsyncIterable<In>,
  opts: { ahead: number; work(input: In): Promise<Out> },
): AsyncGenerator<Out> {
  const working: Promise<Out>[] = [];
  for await (const input of inputs) {
    const started = opts.work(input);
    // Seen when its turn comes; until then a failure must not count as unhandled.
    started.catch(() => undefined);
    working.push(started);
    while (working.length >= opts.ahead) yield* takeFirst(working);
  }
  while (working.length > 0) yield* takeFirst(working);
}

async function* takeFirst<Out>(working: Promise<Out>[]): AsyncGenerator<Out> {
  for (const first of working.splice(0, 1)) yield await first;
}
