/** One clip, or a stretch of it, on exact frames of the output. */

import type { Due } from "@/core/timeline/course";
import { gainOf, RATE_HZ } from "@/core/timeline/types";
import { fadeCurves } from "./envelope";
import { glideTo } from "./mix";

/** What gives way to another plan of itself fades out while that one fades in: together they are as loud as one. */
export const SWAP_FRAMES = 256;

const seconds = (frame: number): number => frame / RATE_HZ;

export class Voice {
  private readonly source: AudioBufferSourceNode;
  private readonly level: GainNode;
  private readonly gate: GainNode;
  private readonly start: number;
  private readonly opened: number;
  private gain_db: number;
  /** Whether nothing of it will be heard any more. */
  over = false;

  /** `from`: the frame of the output from which it is heard, if that is later than where it is due; `soft`: it fades in there. */
  constructor(
    private readonly context: BaseAudioContext,
    into: AudioNode,
    buffer: AudioBuffer,
    readonly due: Due,
    from: number,
    soft: boolean,
  ) {
    const { clip } = due;
    const start = Math.max(due.start, from);
    this.start = start;
    const skip = due.skip + start - due.start;
    this.source = new AudioBufferSourceNode(context, { buffer });
    this.level = new GainNode(context, { gain: gainOf(clip.gainDb) });
    this.gate = new GainNode(context, { gain: soft ? 0 : 1 });
    this.gain_db = clip.gainDb;
    this.opened = soft ? start + SWAP_FRAMES : start;
    const frames = due.stop - start;
    let node: AudioNode = this.source;
    // Each fade in a node of its own: where one ends as the other begins, rounded times would lie over each other.
    for (const { from: first, to, values } of fadeCurves(clip, skip, skip + frames)) {
      // Times are rounded, and the curve may be found to begin a sample late: there the node already has its first value.
      const fade = new GainNode(context, { gain: values[0] ?? 1 });
      fade.gain.setValueCurveAtTime(values, seconds(start + first - skip), seconds(to - first));
      node = node.connect(fade);
    }
    if (soft) {
      this.gate.gain.setValueAtTime(0, seconds(start));
      this.gate.gain.linearRampToValueAtTime(1, seconds(this.opened));
    }
    node.connect(this.level).connect(this.gate).connect(into);
    this.source.onended = () => { this.end(); };
    // A sound may be shorter than was said, as where a file was cut off: the rest is silent.
    this.source.start(seconds(start), seconds(clip.offsetFrames + skip), seconds(frames));
  }

  /** Whether it sounds as a plan wants it, but for its level. */
  fits({ clip, trackId, stop }: Due): boolean {
    const mine = this.due.clip;
    return (
      trackId === this.due.trackId &&
      stop === this.due.stop &&
      (clip === mine ||
        (clip.assetId === mine.assetId &&
          clip.offsetFrames === mine.offsetFrames &&
          clip.lengthFrames === mine.lengthFrames &&
          clip.fadeInFrames === mine.fadeInFrames &&
          clip.fadeOutFrames === mine.fadeOutFrames))
    );
  }

  setGain(gain_db: number): void {
    if (gain_db === this.gain_db) return;
    this.gain_db = gain_db;
    glideTo(this.level.gain, gainOf(gain_db), this.context.currentTime);
  }

  /** Fades out from a frame of the output on; as if it had never been, where it has not begun by then. */
  release(frame: number): void {
    if (this.over) return;
    this.over = true;
    if (frame <= this.start) {
      this.source.stop();
      this.end();
      return;
    }
    const from = Math.max(frame, this.opened);
    this.gate.gain.setValueAtTime(1, seconds(from));
    this.gate.gain.linearRampToValueAtTime(0, seconds(from + SWAP_FRAMES));
    this.source.stop(seconds(from + SWAP_FRAMES));
  }

  private end(): void {
    this.over = true;
    this.gate.disconnect();
  }
}
