/** What has been heard since the picture before, at the place in the bar where it was heard. */

import { LiveReader } from "@/audio/live";
import type { RackLevels } from "@/audio/rack/types";
import type { Frame } from "./frames";

export interface Heard {
  /** Counted from where playing began. */
  readonly beats: number;
  readonly samples: Float32Array;
  /** How many of the last samples are new. */
  readonly fresh: number;
  readonly levels: RackLevels;
}

const SOUNDS = 1e-4; // -80 dB
const GAP_S = 0.25; // a longer pause between two pictures leaves a gap

export class Ears {
  readonly reader = new LiveReader();
  private samples = new Float32Array(0);
  private last_ms = 0;
  private beats = 0; // where a cue without transport stands
  private sounded = false;
  private readonly underway: { readonly at_ms: number; readonly levels: RackLevels }[] = [];

  /** Null when there is nothing to write. */
  hear({ levels, beat, now_ms }: Frame, analyser: AnalyserNode, bpm: number): Heard | null {
    const { context } = analyser;
    const past_s = Math.min(GAP_S, (now_ms - this.last_ms) / 1000);
    this.last_ms = now_ms;
    if (beat) this.beats = beat.beat + beat.phase;
    else this.beats = this.sounded ? this.beats + (past_s * bpm) / 60 : 0;
    this.sounded = levels.master > SOUNDS || beat !== null;
    // Samples and levels are ahead of the ears by the way out to the loudspeakers; the beat is not.
    const late_s = beat && context instanceof AudioContext ? context.outputLatency || context.baseLatency : 0;
    const late = this.delayed(levels, now_ms, late_s * 1000);
    if (!this.sounded) return null;
    if (this.samples.length !== analyser.fftSize) this.samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(this.samples);
    const end = this.samples.length - Math.min(Math.round(late_s * context.sampleRate), this.samples.length / 2);
    return { beats: this.beats, samples: this.samples.subarray(0, end), fresh: Math.min(end, Math.round(past_s * context.sampleRate)), levels: late };
  }

  /** The first reading after what is heard now left the rack: one before it would miss a beat that has just begun. */
  private delayed(levels: RackLevels, now_ms: number, late_ms: number): RackLevels {
    this.underway.push({ at_ms: now_ms, levels });
    while ((this.underway[0]?.at_ms ?? Infinity) < now_ms - late_ms) this.underway.shift();
    return this.underway[0]?.levels ?? levels;
  }
}
