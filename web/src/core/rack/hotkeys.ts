/** Which key does what at the rack. Only letters and signs; when they count is the screen's business. */

import { PARAMETER_NAMES, PARAMETERS, parameter, stepped, type ParameterName, type RackValues } from "./params";
import { WORDS } from "./format";

export interface HotKey {
  readonly names: readonly ParameterName[];
  readonly way: -1 | 1;
  /** What it changes, in words. */
  readonly words: string;
}

/** More and less of everything that makes it dense: both OTTs and the reverb. */
export const COMBO = {
  keys: ["[", "]"],
  names: ["kickOttAmt", "masterOttAmt", "reverbVolume"],
  words: "Both OTTs and the reverb",
} as const satisfies { keys: readonly [string, string]; names: readonly ParameterName[]; words: string };

export const TAP_KEY = "p";

const TABLE = new Map<string, HotKey>();
for (const name of PARAMETER_NAMES) bind(parameter(name).keys, [name], WORDS[name].title);
bind(COMBO.keys, COMBO.names, COMBO.words);
bind(["_", "+"], ["bpm"], WORDS.bpm.title); // the same keys with Shift, or where + has a key of its own

function bind([less, more]: readonly [string, string], names: readonly ParameterName[], words: string): void {
  TABLE.set(less, { names, way: -1, words });
  TABLE.set(more, { names, way: 1, words });
}

/** What a key means by `KeyboardEvent.key`; null when it means nothing. Capitals count as their letters. */
export const hotKey = (key: string): HotKey | null => TABLE.get(key.length === 1 ? key.toLowerCase() : key) ?? null;

const FINE = 0.1;

/** The numbers after one press. */
export function pressed({ names, way }: HotKey, values: RackValues, fine = false): Partial<RackValues> {
  return Object.fromEntries(names.map((name) => [name, stepped(name, values[name], way, fine ? FINE : 1)]));
}

export interface KeyRow {
  readonly less: string;
  readonly more: string;
  readonly words: string;
}

const row = (name: ParameterName): KeyRow => ({ less: PARAMETERS[name].keys[0], more: PARAMETERS[name].keys[1], words: WORDS[name].title });

/** The keys as they are listed, strip by strip. */
export const KEY_TABLE: readonly { readonly strip: string; readonly rows: readonly KeyRow[] }[] = [
  { strip: "Kick", rows: (["kickLen", "kickDistAmt", "kickOttAmt"] as const).map(row) },
  { strip: "Noise", rows: (["noiseLowPassFreq", "noiseHighPassFreq", "noiseVolume"] as const).map(row) },
  { strip: "Reverb", rows: (["reverbLowPassFreq", "reverbHighPassFreq", "reverbVolume"] as const).map(row) },
  { strip: "Master", rows: (["masterOttAmt", "masterDistAmt", "masterLimiterAmt"] as const).map(row) },
  { strip: "All together", rows: [{ less: COMBO.keys[0], more: COMBO.keys[1], words: COMBO.words }, row("bpm")] },
];
