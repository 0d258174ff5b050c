/** What a bounce is asked to be: how long, how it ends, which file. */

import { BEATS_PER_BAR } from "./transport";
import { isHeard, LAYERS, type Layer, type RackState } from "./state";

export const BARS_MAX = 512;
export const BARS_USUAL: readonly number[] = [1, 2, 4, 8, 16, 32];
const LENGTH_MAX_S = 15 * 60;

export type FileKind = "wav16" | "wav24" | "wav32" | "flac16" | "flac24";

export const FILE_KINDS = {
  wav16: { format: "wav", bitDepth: 16, title: "WAV, 16 bit" },
  wav24: { format: "wav", bitDepth: 24, title: "WAV, 24 bit" },
  wav32: { format: "wav", bitDepth: 32, title: "WAV, 32 bit float" },
  flac16: { format: "flac", bitDepth: 16, title: "FLAC, 16 bit" },
  flac24: { format: "flac", bitDepth: 24, title: "FLAC, 24 bit" },
} as const satisfies Record<FileKind, unknown>;

export interface BouncePlan {
  readonly bars: number;
  readonly ending: "loop" | "tail";
  readonly file: FileKind;
  readonly stems: boolean;
}

export const FIRST_PLAN: BouncePlan = { bars: 4, ending: "loop", file: "wav24", stems: false };

export const length_s = (bars: number, bpm: number): number => (bars * BEATS_PER_BAR * 60) / bpm;

/** Bars as typed; null when that is no number of bars. */
export function parseBars(text: string): number | null {
  const bars = Number(text.trim());
  return /^\d{1,3}$/.test(text.trim()) && bars >= 1 && bars <= BARS_MAX ? bars : null;
}

/** The layers of which something is heard: unmuted, and the soloed ones if there are any. */
export function heardLayers(state: Pick<RackState, "muted" | "soloed">): readonly Layer[] {
  return LAYERS.filter((layer) => isHeard(state, layer));
}

/** Why this cannot be bounced, in a sentence; null when it can. */
export function bounceProblem(bars: number | null, bpm: number, state: Pick<RackState, "muted" | "soloed">): string | null {
  if (bars === null) return `A whole number of bars, 1 to ${BARS_MAX}.`;
  if (length_s(bars, bpm) > LENGTH_MAX_S) return `At most 15 minutes: at ${bpm} BPM that is ${Math.floor((LENGTH_MAX_S * bpm) / 60 / BEATS_PER_BAR)} bars.`;
  if (heardLayers(state).length === 0) return "Every layer is muted, so nothing would be heard. Unmute one first.";
  return null;
}
