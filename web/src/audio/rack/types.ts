/** What the screens know of the rack's sound. */

import type { Layer } from "@/core/rack/state";
import type { ReadableStore } from "@/lib/store";

export type RackStatus =
  | { readonly status: "closed" } // nothing has been asked for yet
  | { readonly status: "loading" }
  | { readonly status: "ready" }
  | { readonly status: "failed"; readonly message: string };

/** Peaks since the last reading, 1 is full scale; loudness after BS.1770, null for silence. */
export interface RackLevels {
  readonly kick: number;
  readonly noise: number;
  readonly reverb: number;
  readonly master: number;
  readonly momentary_lufs: number | null;
  readonly shortTerm_lufs: number | null;
}

export interface BeatNow {
  /** Counted from 0 when playing began. */
  readonly beat: number;
  /** 0 to 1 within the beat. */
  readonly phase: number;
}

/** Plays what the `RackStore` says; it follows the store by itself. */
export interface RackPlayer {
  readonly status: ReadableStore<RackStatus>;
  readonly playing: ReadableStore<boolean>;
  readonly cueing: ReadableStore<boolean>;
  play(): void;
  stop(): void;
  toggle(): void;
  /** One kick and the noise for as long as it is held. */
  cue(): void;
  release(): void;
  /** Tries again after a failure. */
  retry(): void;
  beatNow(): BeatNow | null;
  levels(): RackLevels;
  /** What leaves the rack, for pictures; null before the first sound. */
  readonly analyser: AnalyserNode | null;
}

export type Ending = "loop" | "tail";

export interface BounceSettings {
  readonly bars: number;
  readonly ending: Ending;
  /** Whether the layers are kept too. */
  readonly stems: boolean;
  readonly muted: ReadonlySet<Layer>;
  readonly soloed: ReadonlySet<Layer>;
}

/** Rendered sound: two channels each, of one length. */
export interface Bounced {
  readonly sampleRate_hz: number;
  readonly mix: readonly Float32Array<ArrayBuffer>[];
  readonly stems: Readonly<Record<Layer, readonly Float32Array<ArrayBuffer>[]>> | null;
}

export interface BounceWatch {
  progress(fraction: number): void;
  readonly signal: AbortSignal;
}
