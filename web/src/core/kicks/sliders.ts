/** The six sliders of a kick: range, scale, words for a value, and what a person may type. */

import { clamp, round } from "@/lib/numbers";
import { noteOf, noteToHz } from "./notes";

export const SLIDER_NAMES = ["lengthS", "pitchHz", "punch", "drive", "brightness", "noise"] as const;
export type SliderName = (typeof SLIDER_NAMES)[number];

/** null: left to the prompt. */
export type SliderValues = Record<SliderName, number | null>;

export const ALL_AUTO: SliderValues = {
  lengthS: null,
  pitchHz: null,
  punch: null,
  drive: null,
  brightness: null,
  noise: null,
};

export interface Scale {
  low: number;
  high: number;
  curve: "linear" | "log";
}

export interface SliderSpec extends Scale {
  name: SliderName;
  label: string;
  /** What the two ends sound like. */
  ends: [string, string];
  /** Where turning starts when the knob stood on auto. */
  start: number;
  hint: string;
}

const spec = (
  name: SliderName,
  label: string,
  [low, high]: [number, number],
  start: number,
  ends: [string, string],
  hint: string,
  curve: Scale["curve"] = "linear",
): SliderSpec => ({ name, label, low, high, start, ends, hint, curve });

export const SLIDERS: Record<SliderName, SliderSpec> = {
  lengthS: spec("lengthS", "Length", [0.05, 1.8], 0.45, ["short", "long"], "Time until it has faded", "log"),
  pitchHz: spec("pitchHz", "Pitch", [25, 150], 50, ["deep", "high"], "Hz or a note, such as F1", "log"),
  punch: spec("punch", "Punch", [0, 1], 0.5, ["soft", "hard"], "How hard it hits"),
  drive: spec("drive", "Drive", [0, 1], 0.3, ["clean", "distorted"], "Distortion"),
  brightness: spec("brightness", "Bright", [0, 1], 0.4, ["dark", "bright"], "Dark or bright"),
  noise: spec("noise", "Noise", [0, 1], 0.2, ["none", "much"], "Air and hiss"),
};

/** Where a value stands on its scale, 0 to 1. */
export function toPosition(value: number, { low, high, curve }: Scale): number {
  const position = curve === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return clamp(position, 0, 1);
}

/** The value at a position of 0 to 1, rounded as people would write it. */
export function fromPosition(position: number, { low, high, curve }: Scale): number {
  const at = clamp(position, 0, 1);
  const value = curve === "log" ? low * (high / low) ** at : low + (high - low) * at;
  return clamp(round(value, high > 10 ? 1 : 3), low, high);
}

export function formatSlider(name: SliderName, value: number | null): string {
  if (value === null) return "auto";
  if (name === "lengthS") return value < 0.1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(2)} s`;
  if (name === "pitchHz") return `${value < 100 ? round(value, 1).toFixed(1).replace(/\.0$/, "") : Math.round(value)} Hz`;
  return `${Math.round(value * 100)} %`;
}

/** The same in words that a screen reader says. */
export function describeSlider(name: SliderName, value: number | null): string {
  if (value === null) return "auto, left to the prompt";
  const text = formatSlider(name, value);
  return name === "pitchHz" ? `${text}, ${noteOf(value).name}` : text.replace(/ s$/, " seconds").replace(/ ms$/, " milliseconds");
}

export type Typed = { ok: true; value: number | null } | { ok: false; message: string };

/** What a typed text means for a slider: "auto", "48", "48 Hz", "F1", "0,6 s", "350 ms", "70 %". */
export function parseSlider(name: SliderName, typed: string): Typed {
  const text = typed.trim().toLowerCase().replace(",", ".");
  if (text === "" || text === "auto") return { ok: true, value: null };
  const { low, high } = SLIDERS[name];
  const range = `${formatSlider(name, low)} to ${formatSlider(name, high)}`;
  const note = name === "pitchHz" ? noteToHz(text) : null;
  const match = /^(-?\d*\.?\d+)\s*(hz|ms|s|%)?$/.exec(text);
  if (note === null && !match) return { ok: false, message: `Type a value from ${range}${name === "pitchHz" ? " or a note such as F1" : ""}.` };
  let value = note ?? Number(match?.[1]);
  if (match?.[2] === "ms") value /= 1000;
  const share = name !== "lengthS" && name !== "pitchHz";
  if (share && (match?.[2] === "%" || value > 1)) value /= 100;
  if (value < low - 1e-9 || value > high + 1e-9) return { ok: false, message: `It goes from ${range}.` };
  return { ok: true, value: clamp(round(value, 3), low, high) };
}
