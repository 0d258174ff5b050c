/** Long work in turns: between them the page answers clicks, draws the progress, and may call the work off. */

export interface Watch {
  /** Called with 0 to 1 after each turn. */
  readonly progress?: (fraction: number) => void;
  /** Work stops with the signal's reason at the end of the turn. */
  readonly signal?: AbortSignal;
  /** Waits between turns; by default until the page has done what else there was to do. */
  readonly pause?: () => Promise<void>;
}

/** Calls `work(from, to)` for 0 to `total` in steps of `step`. */
export async function inTurns(total: number, step: number, watch: Watch, work: (from: number, to: number) => void): Promise<void> {
  watch.signal?.throwIfAborted();
  for (let from = 0; from < total; from += step) {
    const to = Math.min(total, from + step);
    work(from, to);
    watch.progress?.(to / total);
    if (to < total) await (watch.pause ?? breathe)();
    watch.signal?.throwIfAborted();
  }
}

/** One round of the event loop. By message, since browsers hold back timers, in hidden tabs by a second each. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
