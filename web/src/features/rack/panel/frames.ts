/** One reading of levels and beat before every picture, shared by all meters, lights and pictures of the panel. */

import { createContext, useContext, useEffect, useRef } from "react";
import type { BeatNow, RackLevels, RackPlayer } from "@/audio/rack/types";

export interface Frame {
  readonly levels: RackLevels;
  readonly beat: BeatNow | null;
  readonly now_ms: number;
}

type Listener = (frame: Frame) => void;

const SILENT = 1e-4; // -80 dB
const LINGERS_MS = 4_000; // meters fall and loudness fades after the last sound

/** Runs only while something sounds, and a little longer. */
export class FrameFeed {
  private readonly listeners = new Set<Listener>();
  private readonly endings: (() => void)[] = [];
  private request: number | null = null;
  private sounded_ms = 0;

  constructor(private readonly player: RackPlayer) {}

  subscribe = (listener: Listener): (() => void) => {
    if (this.listeners.size === 0) this.endings.push(this.player.playing.subscribe(this.wake), this.player.cueing.subscribe(this.wake));
    this.listeners.add(listener);
    this.wake();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      for (const end of this.endings.splice(0)) end();
      if (this.request !== null) cancelAnimationFrame(this.request);
      this.request = null;
    };
  };

  private readonly wake = () => {
    this.sounded_ms = performance.now();
    this.request ??= requestAnimationFrame(this.next);
  };

  private readonly next = () => {
    const now_ms = performance.now();
    const { player } = this;
    const levels = player.levels();
    const frame: Frame = { levels, beat: player.beatNow(), now_ms };
    const sounds = Math.max(levels.kick, levels.noise, levels.reverb, levels.master) > SILENT;
    if (sounds || player.playing.get() || player.cueing.get()) this.sounded_ms = now_ms;
    for (const listener of [...this.listeners]) listener(frame);
    this.request = now_ms - this.sounded_ms < LINGERS_MS ? requestAnimationFrame(this.next) : null;
  };
}

export const FramesContext = createContext<FrameFeed | null>(null);

/** Calls back with every frame; the callback may change without a new subscription. */
export function useFrame(draw: Listener): void {
  const feed = useContext(FramesContext);
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(() => feed?.subscribe((frame) => { latest.current(frame); }), [feed]);
}
