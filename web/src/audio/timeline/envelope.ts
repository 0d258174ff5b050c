/** Fades as curves for an AudioParam: what stands between two points is drawn straight, so the points stand close. */

import { fadeGain } from "@/core/timeline/clips";
import type { Clip } from "@/core/timeline/types";

const POINTS_MAX = 1_024; // the error of the straight lines is below -125 dB

export interface Curve {
  /** Frames of the clip. */
  readonly from: number;
  readonly to: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** The fades of a clip within its frames `from` to `to`, as curves that do not overlap. */
export function fadeCurves(clip: Pick<Clip, "lengthFrames" | "fadeInFrames" | "fadeOutFrames">, from: number, to: number): Curve[] {
  const stretches: [number, number][] = [
    [0, clip.fadeInFrames],
    [clip.lengthFrames - clip.fadeOutFrames, clip.lengthFrames],
  ];
  return stretches.flatMap(([first, last]) => {
    const begin = Math.max(first, from);
    const end = Math.min(last, to);
    return end > begin ? [{ from: begin, to: end, values: curve(clip, begin, end) }] : [];
  });
}

function curve(clip: Pick<Clip, "lengthFrames" | "fadeInFrames" | "fadeOutFrames">, from: number, to: number): Float32Array<ArrayBuffer> {
  const points = Math.max(2, Math.min(POINTS_MAX, to - from + 1));
  const values = new Float32Array(points);
  for (let i = 0; i < points; i++) values[i] = fadeGain(clip, from + ((to - from) * i) / (points - 1));
  return values;
}
