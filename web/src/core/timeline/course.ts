/** Where the time line is heard: which of its frames sound on which frames of the output, round the loop if there is one. */

import { endOf, LOOP_MIN_FRAMES, type Arrangement, type Clip, type LoopRegion, type Track } from "./types";

/** A run of the time line without a jump. */
export interface Stretch {
  /** The output's frame on which `from` is heard. */
  readonly output: number;
  readonly from: number;
  /** Infinity: it does not end. */
  readonly to: number;
}

export class Course {
  private readonly loop: LoopRegion | null;

  /** From `output` on, the time line is heard from its frame `from`. A loop behind which it begins is none. */
  constructor(
    readonly output: number,
    readonly from: number,
    loop: LoopRegion | null,
  ) {
    this.loop = loop?.enabled === true && loop.stopFrames - loop.startFrames >= LOOP_MIN_FRAMES && from < loop.stopFrames ? loop : null;
  }

  get loops(): boolean {
    return this.loop !== null;
  }

  /** The frame of the time line that is heard on an output's frame. */
  at(output: number): number {
    const ahead = this.from + output - this.output;
    if (!this.loop || ahead < this.loop.stopFrames) return ahead;
    const { startFrames, stopFrames } = this.loop;
    return startFrames + ((ahead - stopFrames) % (stopFrames - startFrames));
  }

  /** What is heard on the output's frames from `first` to before `end`, each stretch whole. */
  stretches(first: number, end: number): Stretch[] {
    if (!this.loop) return end > this.output ? [{ output: this.output, from: this.from, to: Infinity }] : [];
    const { startFrames, stopFrames } = this.loop;
    const found: Stretch[] = [];
    const round = stopFrames - startFrames;
    const seam = this.output + stopFrames - this.from; // where the first round ends
    if (first < seam && end > this.output) found.push({ output: this.output, from: this.from, to: stopFrames });
    const skipped = Math.max(0, Math.floor((first - seam) / round));
    for (let output = seam + skipped * round; output < end; output += round) found.push({ output, from: startFrames, to: stopFrames });
    return found;
  }
}

/** A clip, or what of it lies in a stretch, on the output's frames. */
export interface Due {
  /** The same for as long as it is the same sound at the same time. */
  readonly key: string;
  readonly clip: Clip;
  readonly trackId: string;
  readonly start: number;
  readonly stop: number;
  /** How far into the clip it starts. */
  readonly skip: number;
}

/** What sounds on the output's frames from `first` to before `end`, in part or as a whole. */
export function dueClips({ tracks }: Pick<Arrangement, "tracks">, course: Course, first: number, end: number): Due[] {
  const found: Due[] = [];
  for (const stretch of course.stretches(first, end)) for (const track of tracks) collect(track, stretch, first, end, found);
  return found;
}

function collect(track: Track, { output, from, to }: Stretch, first: number, end: number, into: Due[]): void {
  for (const clip of track.clips) {
    const begins = Math.max(clip.startFrames, from);
    const ends = Math.min(endOf(clip), to);
    if (ends <= begins) continue;
    const start = output + begins - from;
    const stop = output + ends - from;
    if (start >= end || stop <= first) continue;
    const zero = output + clip.startFrames - from; // where its own first frame would be
    into.push({ key: `${clip.id} ${zero}`, clip, trackId: track.id, start, stop, skip: begins - clip.startFrames });
  }
}
