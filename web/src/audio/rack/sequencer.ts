/** Says which beats fall into the near future, at a tempo that may change between two of them. */

import { beatFrame } from "@/core/rack/transport";

export interface Beat {
  readonly beat: number;
  readonly frame: number;
}

export class Sequencer {
  /** The beat from which the tempo is counted. */
  private anchor: Beat;
  private next: number;

  constructor(
    start_frame: number,
    private bpm: number,
  ) {
    this.anchor = { beat: 0, frame: start_frame };
    this.next = 0;
  }

  /** The beats before `until_frame` that were not given out yet. */
  take(until_frame: number): Beat[] {
    const beats: Beat[] = [];
    for (let frame = this.frameOf(this.next); frame < until_frame; frame = this.frameOf(this.next)) {
      beats.push({ beat: this.next, frame });
      this.next++;
    }
    return beats;
  }

  /** Goes on from the last beat before `now_frame` at another tempo; later beats are given out again. */
  retime(bpm: number, now_frame: number): void {
    this.rewind(now_frame);
    const last = this.next - 1;
    if (last >= this.anchor.beat) this.anchor = { beat: last, frame: this.frameOf(last) };
    this.bpm = bpm;
    // Much faster now: the next beat would have been in the past. It comes at once, and the tempo counts from there.
    if (this.next > 0 && this.frameOf(this.next) < now_frame) this.anchor = { beat: this.next, frame: now_frame };
  }

  /** Gives out beats from `now_frame` on once more. */
  rewind(now_frame: number): void {
    while (this.next > 0 && this.frameOf(this.next - 1) >= now_frame) this.next--;
  }

  /** The beat at `frame` and how far it has got; negative before the first. */
  at(frame: number): { beat: number; phase: number } {
    let beat = Math.max(0, this.next);
    while (beat > 0 && this.frameOf(beat) > frame) beat--;
    const from = this.frameOf(beat);
    return { beat, phase: (frame - from) / (this.frameOf(beat + 1) - from) };
  }

  private frameOf(beat: number): number {
    const { beat: from, frame } = this.anchor;
    return beat >= from ? frame + beatFrame(beat - from, this.bpm) : frame - beatFrame(from - beat, this.bpm);
  }
}
