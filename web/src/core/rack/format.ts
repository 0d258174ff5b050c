/** The rack's numbers in words: names, values with units, and values that people type. */

import { formatDb, toDb } from "../format";
import { noteToHz } from "../kicks/notes";
import { parameter, PARAMETERS, type ParameterName } from "./params";
import { round } from "@/lib/numbers";

interface Words {
  /** The full name, for whoever cannot see where the knob stands. */
  readonly title: string;
  /** On the front. */
  readonly short: string;
  readonly hint: string;
}

export const WORDS: Readonly<Record<ParameterName, Words>> = {
  bpm: { title: "Tempo", short: "BPM", hint: "Beats a minute" },
  kickLen: { title: "Kick length", short: "Length", hint: "How much of the kick is heard before it is cut" },
  kickDistAmt: { title: "Kick distortion", short: "Dist", hint: "Share of distorted kick" },
  kickOttAmt: { title: "Kick OTT", short: "OTT", hint: "Three-band compression, up and down: denser and louder" },
  noiseLowPassFreq: { title: "Noise low-pass", short: "LP", hint: "Takes the noise away above" },
  noiseHighPassFreq: { title: "Noise high-pass", short: "HP", hint: "Takes the noise away below" },
  noiseVolume: { title: "Noise volume", short: "Volume", hint: "How loud the noise is; off at the bottom" },
  reverbLowPassFreq: { title: "Reverb low-pass", short: "LP", hint: "Takes the reverb away above" },
  reverbHighPassFreq: { title: "Reverb high-pass", short: "HP", hint: "Takes the reverb away below" },
  reverbVolume: { title: "Reverb volume", short: "Volume", hint: "How loud the reverb is; off at the bottom" },
  masterOttAmt: { title: "Master OTT", short: "OTT", hint: "Three-band compression of everything" },
  masterDistAmt: { title: "Master distortion", short: "Dist", hint: "Share of distortion on everything" },
  masterLimiterAmt: { title: "Limiter gain", short: "Limiter", hint: "How hard everything is driven into the limiter" },
};

const isOff = (name: ParameterName, value: number): boolean => parameter(name).lowIsOff === true && value <= parameter(name).low;

export function formatHz(pitch_hz: number): string {
  if (pitch_hz >= 1000) return `${round(pitch_hz / 1000, 2)} kHz`;
  return `${round(pitch_hz, pitch_hz < 100 ? 1 : 0)} Hz`;
}

const signed = (value_db: number): string => (value_db > 0 ? `+${formatDb(value_db)}` : formatDb(value_db));

/** As short as it can be read: "2.1 kHz", "−12.0 dB", "off", "35 %", "×1.5". */
export function formatValue(name: ParameterName, value: number): string {
  if (isOff(name, value)) return "off";
  switch (parameter(name).unit) {
    case "bpm":
      return String(value);
    case "hz":
      return formatHz(value);
    case "db":
      return `${value.toFixed(1).replace("-", "−")} dB`; // −60 dB is a level here, not silence
    case "gain":
      return `×${round(value, 2)} (${signed(toDb(value))})`;
    case "ratio":
    case "share":
      return `${round(value * 100, 1)} %`;
  }
}

/** The same for ears, with what a short form leaves out. */
export function spokenValue(name: ParameterName, value: number): string {
  const text = formatValue(name, value);
  switch (parameter(name).unit) {
    case "bpm":
      return `${text} BPM`;
    case "ratio":
      return `${text} of the sample`;
    default:
      return text;
  }
}

export type Read = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)) *([a-z%]*)$/;
const OFF = new Set(["off", "-inf", "-∞", "-∞ db"]);
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  bpm: new Set(["", "bpm"]),
  hz: new Set(["", "hz", "k", "khz"]),
  db: new Set(["", "db"]),
  gain: new Set(["", "x", "db"]),
  ratio: new Set(["", "%"]),
  share: new Set(["", "%"]),
};

/** What somebody typed: "200", "2.1k", "A3", "12" (for −12 dB), "off", "30 %", "x2", "6 dB". A number alone has the unit shown. */
export function parseValue(name: ParameterName, typed: string): Read {
  const { low, high, unit, lowIsOff } = parameter(name);
  const text = typed.trim().toLowerCase().replace("−", "-").replace(",", ".").replace(/^[×x] */, "").replace(/ *\(.*\)$/, "");
  if (lowIsOff && OFF.has(text)) return { ok: true, value: low };
  const note_hz = unit === "hz" ? noteToHz(text) : null;
  const match = NUMBER.exec(text);
  const named = match?.[2] ?? "";
  if (note_hz === null && !(match && UNITS[unit]?.has(named))) return { ok: false, message: `Type ${EXAMPLES[unit]}.` };
  const value = note_hz ?? inUnit(unit, Number(match?.[1]), named);
  const slack = 1e-9 * (high - low); // a boundary typed in other units may miss by a rounding
  if (value < low - slack || value > high + slack) return { ok: false, message: `It goes from ${rangeText(name)}.` };
  return { ok: true, value };
}

const EXAMPLES = {
  bpm: "a number, such as 150",
  hz: "a frequency, such as 200, 2k or A3",
  db: "a level, such as -12, or off",
  gain: "a factor, such as 2, or 6 dB",
  ratio: "a percentage, such as 60",
  share: "a percentage, such as 30",
} as const;

function inUnit(unit: keyof typeof EXAMPLES, value: number, named: string): number {
  if (unit === "hz") return named.startsWith("k") ? value * 1000 : value;
  if (unit === "db") return -Math.abs(value); // these faders know nothing above 0 dB, so the sign need not be typed
  if (unit === "gain") return named === "db" ? 10 ** (value / 20) : value;
  if (unit === "ratio" || unit === "share") return value / 100;
  return value;
}

export function rangeText(name: ParameterName): string {
  const { low, high, lowIsOff } = PARAMETERS[name] as ReturnType<typeof parameter>;
  if (lowIsOff) return `${low} dB (off) to ${high} dB`.replaceAll("-", "−");
  return `${formatValue(name, low)} to ${formatValue(name, high)}`;
}
