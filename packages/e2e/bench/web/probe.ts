/** What the page itself records while it is measured; lives in the page as `window.kubinProbe`. */
interface Probe {
  /** Tasks over 50 ms, as [start, duration]. */
  longTasks: [start: number, ms: number][];
  /** Layout shifts: how much, whether within 500 ms of input, and what moved. */
  shifts: { value: number; afterInput: boolean; at: number; what: string }[];
  /** Time of the last click or key, on the clock of the page. */
  inputAt: number;
  /** Resolves with the time at which the frame was painted that first showed `pattern` in `selector`. */
  painted(selector: string, pattern: string): Promise<number>;
  /** Resolves with the time of the frame after the last change in `selector`, once nothing changed for `quietMs`. */
  settled(selector: string, quietMs: number): Promise<number>;
  /** Times between frames until `stop` is called. */
  frames(): { stop(): number[] };
}

declare global {
  interface Window {
    kubinProbe: Probe;
  }
}

/** Sent into the page as text: uses nothing from outside. */
export function installProbe(): void {
  const probe: Probe = {
    longTasks: [],
    shifts: [],
    inputAt: 0,
    painted(selector, pattern) {
      const wanted = new RegExp(pattern, "s");
      const isThere = () => wanted.test(document.querySelector(selector)?.textContent ?? "");
      return new Promise((resolve, reject) => {
        if (isThere()) return afterFrame(resolve);
        const late = setTimeout(() => {
          const text = document.querySelector(selector)?.textContent?.slice(0, 300);
          reject(new Error(`${selector} never showed ${pattern} but: ${text}`));
        }, 30_000);
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          clearTimeout(late);
          afterFrame(resolve);
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      });
    },
    settled(selector, quietMs) {
      return new Promise((resolve) => {
        let last = performance.now();
        let timer = setTimeout(done, quietMs);
        const observer = new MutationObserver(() => {
          afterFrame((at) => {
            last = at;
          });
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        });
        const target = document.querySelector(selector) ?? document;
        observer.observe(target, { childList: true, subtree: true, characterData: true });
        function done() {
          observer.disconnect();
          resolve(last);
        }
      });
    },
    frames() {
      const gaps: number[] = [];
      let before = performance.now();
      let running = true;
      const next = (now: number) => {
        gaps.push(now - before);
        before = now;
        if (running) requestAnimationFrame(next);
      };
      requestAnimationFrame((now) => {
        before = now;
        requestAnimationFrame(next);
      });
      return {
        stop() {
          running = false;
          return gaps;
        },
      };
    },
  };
  window.kubinProbe = probe;
  observe("longtask", (entry) => probe.longTasks.push([entry.startTime, entry.duration]));
  observe("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources?: { node?: Node | null }[];
    };
    const moved = (shift.sources ?? []).map(({ node }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName.toLowerCase() ?? "?"}.${String(element?.className).slice(0, 60)}`;
    });
    probe.shifts.push({
      value: shift.value,
      afterInput: shift.hadRecentInput,
      at: shift.startTime,
      what: moved.join(", "),
    });
  });
  for (const name of ["click", "keydown"] as const) {
    addEventListener(
      name,
      (event) => {
        probe.inputAt = event.timeStamp;
      },
      { capture: true },
    );
  }

  function observe(type: string, add: (entry: PerformanceEntry) => void) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) add(entry);
    }).observe({ type, buffered: true });
  }
  /** A task queued from within a frame runs after that frame was handed to the compositor. */
  function afterFrame(then: (at: number) => void) {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  }
}
