/** The rack's numbers: range, unit, how a knob maps them, their keys. The same ranges as the server's. */

import { clamp, round } from "@/lib/numbers";

export type Curve = "linear" | "log" | "square";
export type Unit = "bpm" | "ratio" | "share" | "hz" | "db" | "gain";

export interface Parameter {
  readonly low: number;
  readonly high: number;
  readonly initial: number;
  readonly unit: Unit;
  readonly curve: Curve;
  /** Hot-keys for less and more, and how much one press changes: added, or multiplied by 1 ± step for `factor`. */
  readonly keys: readonly [less: string, more: string];
  readonly step: { readonly kind: "add" | "factor"; readonly size: number };
  /** A value at the low end is off: exactly silent. */
  readonly lowIsOff?: true;
}

const add = (size: number) => ({ kind: "add", size }) as const;
const factor = (size: number) => ({ kind: "factor", size }) as const;
const frequency = (initial: number, keys: readonly [string, string]): Parameter => ({
  low: 30, high: 7000, initial, unit: "hz", curve: "log", keys, step: factor(0.1),
});
const ott = (keys: readonly [string, string]): Parameter => ({
  low: 0, high: 1, initial: 0, unit: "share", curve: "linear", keys, step: add(0.02),
});
const distortion = (keys: readonly [string, string]): Parameter => ({
  low: 0, high: 0.5, initial: 0, unit: "share", curve: "linear", keys, step: add(0.01),
});

export const PARAMETERS = {
  bpm: { low: 60, high: 365, initial: 140, unit: "bpm", curve: "linear", keys: ["-", "="], step: add(1) },
  kickLen: { low: 0.1, high: 1, initial: 1, unit: "ratio", curve: "square", keys: ["q", "w"], step: factor(0.05) },
  kickDistAmt: distortion(["a", "s"]),
  kickOttAmt: ott(["z", "x"]),
  noiseLowPassFreq: frequency(7000, ["e", "r"]),
  noiseHighPassFreq: frequency(30, ["d", "f"]),
  noiseVolume: { low: -70, high: -6, initial: -70, unit: "db", curve: "linear", keys: ["c", "v"], step: add(1), lowIsOff: true },
  reverbLowPassFreq: frequency(7000, ["t", "y"]),
  reverbHighPassFreq: frequency(30, ["g", "h"]),
  reverbVolume: { low: -60, high: 0, initial: -6, unit: "db", curve: "linear", keys: ["b", "n"], step: add(1), lowIsOff: true },
  masterOttAmt: ott(["u", "i"]),
  masterDistAmt: distortion(["j", "k"]),
  masterLimiterAmt: { low: 1, high: 8, initial: 1.5, unit: "gain", curve: "linear", keys: ["m", ","], step: add(0.1) },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export type RackValues = Readonly<Record<ParameterName, number>>;

export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[];

export const parameter = (name: ParameterName): Parameter => PARAMETERS[name];

export const INITIAL_VALUES = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, PARAMETERS[name].initial])) as RackValues;

/** Within the range, and a whole number where only those make sense; other numbers without the tail of fractions. */
export function settled(name: ParameterName, value: number): number {
  const { low, high, unit } = parameter(name);
  return clamp(unit === "bpm" ? Math.round(value) : round(value, 4), low, high);
}

/** 0 to 1 on the knob's way, for a value. */
export function positionOf(name: ParameterName, value: number): number {
  const { low, high, curve } = parameter(name);
  const share = curve === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return clamp(curve === "square" ? Math.sqrt(Math.max(0, share)) : share, 0, 1);
}

/** The value where the knob stands at `position`. */
export function valueAt(name: ParameterName, position: number): number {
  const { low, high, curve } = parameter(name);
  const at = clamp(position, 0, 1);
  if (curve === "log") return settled(name, low * (high / low) ** at);
  return settled(name, low + (high - low) * (curve === "square" ? at ** 2 : at));
}

/** One press of a hot-key further; `share` of a press for fine work (whole numbers stay whole). */
export function stepped(name: ParameterName, value: number, way: -1 | 1, share = 1): number {
  const { step, unit } = parameter(name);
  const size = step.size * (unit === "bpm" ? Math.max(1, share) : share);
  return settled(name, step.kind === "add" ? value + way * size : value * (1 + way * size));
}

/** The gain that a level in dB stands for; exactly 0 where the fader is at its end. */
export function gainOf(name: "noiseVolume" | "reverbVolume", value_db: number): number {
  return value_db <= PARAMETERS[name].low ? 0 : 10 ** (value_db / 20);
}
