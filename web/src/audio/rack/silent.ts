/** Stands in for the engine until it is wired: everything but the sound. Goes away with that. */

import { Store } from "@/lib/store";
import type { RackPlayer, RackStatus } from "./types";

export class SilentRack implements RackPlayer {
  readonly status = new Store<RackStatus>({ status: "ready" });
  readonly playing = new Store(false);
  readonly cueing = new Store(false);
  readonly analyser = null;
  play(): void {
    this.playing.set(true);
  }
  stop(): void {
    this.playing.set(false);
  }
  toggle(): void {
    this.playing.update((playing) => !playing);
  }
  cue(): void {
    this.cueing.set(true);
  }
  release(): void {
    this.cueing.set(false);
  }
  retry(): void {
    this.status.set({ status: "ready" });
  }
  beatNow(): null {
    return null;
  }
  levels() {
    return { kick: 0, noise: 0, reverb: 0, master: 0, momentary_lufs: null, shortTerm_lufs: null };
  }
}
