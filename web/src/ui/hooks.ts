/** React's view of stores, the clock, and what the person's system asks for. */

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ReadableStore } from "@/lib/store";

export const useStore = <T>(store: ReadableStore<T>): T => useSyncExternalStore(store.subscribe, store.get);

/** The time, renewed every so often. */
export function useNow(every_ms: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, every_ms);
    return () => {
      clearInterval(timer);
    };
  }, [every_ms]);
  return now;
}

/** The value as it was when it had stood still for a while. */
export function useSettled<T>(value: T, still_ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, still_ms);
    return () => {
      clearTimeout(timer);
    };
  }, [value, still_ms]);
  return settled;
}

export function useMedia(query: string): boolean {
  const [list] = useState(() => window.matchMedia(query));
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener("change", listener);
      return () => {
        list.removeEventListener("change", listener);
      };
    },
    () => list.matches,
  );
}

/** Calls back before every picture while active. */
export function useFrames(active: boolean, draw: () => void): void {
  useEffect(() => {
    if (!active) return;
    let frame = requestAnimationFrame(function next() {
      draw();
      frame = requestAnimationFrame(next);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [active, draw]);
}

/** The title of the browser's tab while a page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Klangwerk`;
  }, [title]);
}
