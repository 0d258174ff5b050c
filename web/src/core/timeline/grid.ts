/** Bars and beats on the time line, and what things snap to. */

import { RATE_HZ } from "./types";

export const SNAPS = ["bar", "beat", "half", "quarter", "off"] as const;
export type Snap = (typeof SNAPS)[number];

export interface Meter {
  readonly bpm: number;
  readonly beatsPerBar: number;
}

const SHARE: Record<Exclude<Snap, "bar" | "off">, number> = { beat: 1, half: 1 / 2, quarter: 1 / 4 };
const FREE_STEP_FRAMES = RATE_HZ / 100; // arrow keys without snap: 10 ms
const OVERHANG_FRAMES = RATE_HZ / 100; // a loop that is 10 ms too long is meant to be as long as its bars
const ON_THE_LINE = 1e-6; // of a step; a frame is more than that

/** Exact; frames are rounded only where a line of the grid becomes a place. */
export const framesPerBeat = (bpm: number): number => (60 * RATE_HZ) / bpm;

/** Beats between two lines; null: no grid. */
export const stepBeats = (snap: Snap, { beatsPerBar }: Meter): number | null => (snap === "off" ? null : snap === "bar" ? beatsPerBar : SHARE[snap]);

export const beatsAt = (frame: number, { bpm }: Meter): number => frame / framesPerBeat(bpm);

/** The frame of a beat, counted from 0. */
export const beatFrame = (beat: number, { bpm }: Meter): number => Math.round(beat * framesPerBeat(bpm));

/** The nearest line of the grid, never before 0. */
export function snapped(frame: number, snap: Snap, meter: Meter): number {
  const step = stepBeats(snap, meter);
  if (step === null) return Math.max(0, Math.round(frame));
  return Math.max(0, beatFrame(Math.round(beatsAt(frame, meter) / step) * step, meter));
}

/** The next line in a direction: from between two lines it is the nearer one on that side. */
export function neighbour(frame: number, way: -1 | 1, snap: Snap, meter: Meter): number {
  const step = stepBeats(snap, meter);
  if (step === null) return Math.max(0, frame + way * FREE_STEP_FRAMES);
  const at = beatsAt(frame, meter) / step;
  const near = Math.round(at);
  // A line's frame is rounded, so a frame on it lies a little beside it.
  const onLine = Math.abs(beatFrame(near * step, meter) - frame) < 1;
  const line = onLine ? near + way : way < 0 ? Math.ceil(at - ON_THE_LINE) - 1 : Math.floor(at + ON_THE_LINE) + 1;
  return Math.max(0, beatFrame(line * step, meter));
}

/** A length made longer until it fills whole steps of the grid. */
export function filled(length: number, snap: Snap, meter: Meter): number {
  const step = stepBeats(snap, meter);
  if (step === null) return length;
  const steps = beatsAt(length, meter) / step;
  const tolerance = OVERHANG_FRAMES / (framesPerBeat(meter.bpm) * step);
  return beatFrame(Math.max(1, Math.ceil(steps - tolerance)) * step, meter);
}

export interface Place {
  /** From 1, as musicians count. */
  readonly bar: number;
  readonly beat: number;
  /** Hundredths of a beat. */
  readonly hundredths: number;
}

export function placeOf(frame: number, meter: Meter): Place {
  const hundredths = Math.floor(beatsAt(frame, meter) * 100 + 0.5 * ON_THE_LINE + 100 / framesPerBeat(meter.bpm));
  const beats = Math.floor(hundredths / 100);
  return { bar: Math.floor(beats / meter.beatsPerBar) + 1, beat: (beats % meter.beatsPerBar) + 1, hundredths: hundredths % 100 };
}

/** "3.2", or "3.2.50" between two beats. */
export function formatPlace(frame: number, meter: Meter): string {
  const { bar, beat, hundredths } = placeOf(frame, meter);
  return hundredths === 0 ? `${bar}.${beat}` : `${bar}.${beat}.${String(hundredths).padStart(2, "0")}`;
}

/** For screen readers. */
export function spokenPlace(frame: number, meter: Meter): string {
  const { bar, beat, hundredths } = placeOf(frame, meter);
  return `bar ${bar}, beat ${hundredths === 0 ? beat : `${beat}.${String(hundredths).padStart(2, "0")}`}`;
}

/** "1:04.250" */
export function formatClock(frame: number): string {
  const milliseconds = Math.round((frame / RATE_HZ) * 1000);
  const minutes = Math.floor(milliseconds / 60_000);
  return `${minutes}:${((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, "0")}`;
}
