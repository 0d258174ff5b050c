/** Time in the rack, counted in frames so that browser and server place every beat on the same sample. */

export const RACK_RATE_HZ = 44_100;
export const NOISE_EVERY_BEATS = 16;
export const BEATS_PER_BAR = 4;

/** The frame on which beat `beat` starts. */
export const beatFrame = (beat: number, bpm: number): number => Math.floor((beat * 60 * RACK_RATE_HZ) / bpm + 0.5);

const TAP_PAUSE_MS = 2_000; // slower than 30 bpm is a new start
const TAPS_MAX = 8;

/** Tempo from taps: the mean of the last eight intervals. */
export class TapTempo {
  private taps_ms: number[] = [];

  /** Notes a tap; the tempo so far, or null after the first one. */
  tap(now_ms: number): number | null {
    const last_ms = this.taps_ms.at(-1);
    if (last_ms !== undefined && now_ms - last_ms > TAP_PAUSE_MS) this.taps_ms = [];
    this.taps_ms = [...this.taps_ms, now_ms].slice(-TAPS_MAX - 1);
    const first_ms = this.taps_ms[0];
    const intervals = this.taps_ms.length - 1;
    if (intervals < 1 || first_ms === undefined || now_ms <= first_ms) return null;
    return (60_000 * intervals) / (now_ms - first_ms);
  }
}
