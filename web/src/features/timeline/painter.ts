/** Draws what asks for it, once before the next picture, and everything when the view changes. */

import { useEffect, useRef } from "react";
import type { ReadableStore } from "@/lib/store";

type Draw = () => void;

export class Painter {
  private readonly all = new Set<Draw>();
  private readonly due = new Set<Draw>();
  private request: number | null = null;

  add(draw: Draw): () => void {
    this.all.add(draw);
    this.ask(draw);
    return () => {
      this.all.delete(draw);
      this.due.delete(draw);
    };
  }

  ask(draw: Draw): void {
    this.due.add(draw);
    this.request ??= requestAnimationFrame(() => {
      this.request = null;
      const drawn = [...this.due];
      this.due.clear();
      for (const each of drawn) each();
    });
  }

  askAll = (): void => {
    for (const draw of this.all) this.ask(draw);
  };
}

/** Draws with the painter: when `draw` is another function, and when one of the stores changes. `draw` has to be stable. */
export function usePainted(painter: Painter, draw: Draw, stores: readonly ReadableStore<unknown>[]): void {
  const watched = useRef(stores);
  useEffect(() => {
    const leave = painter.add(draw);
    const ends = watched.current.map((store) => store.subscribe(() => { painter.ask(draw); }));
    return () => {
      leave();
      for (const end of ends) end();
    };
  }, [painter, draw]);
}
