/** What can be done with one clip. It never leaves its sound: neither its beginning nor its end. */

import { clamp } from "@/lib/numbers";
import { CLIP_MIN_FRAMES, endOf, GAIN_DB, LENGTH_MAX_FRAMES, type Clip } from "./types";

/** Fades that fit: together they are at most as long as the clip, and the later one gives way. */
export function fitted(clip: Clip): Clip {
  const fadeInFrames = clamp(Math.round(clip.fadeInFrames), 0, clip.lengthFrames);
  const fadeOutFrames = clamp(Math.round(clip.fadeOutFrames), 0, clip.lengthFrames - fadeInFrames);
  return fadeInFrames === clip.fadeInFrames && fadeOutFrames === clip.fadeOutFrames ? clip : { ...clip, fadeInFrames, fadeOutFrames };
}

/** Moves the beginning; the sound in it stays where it is in time. */
export function trimStart(clip: Clip, toFrame: number): Clip {
  const first = Math.max(0, clip.startFrames - clip.offsetFrames);
  const start = clamp(Math.round(toFrame), first, Math.max(first, endOf(clip) - CLIP_MIN_FRAMES));
  const by = start - clip.startFrames;
  if (by === 0) return clip;
  return fitted({ ...clip, startFrames: start, offsetFrames: clip.offsetFrames + by, lengthFrames: clip.lengthFrames - by });
}

/** Moves the end. `soundFrames`: how long the whole sound is. */
export function trimEnd(clip: Clip, toFrame: number, soundFrames: number): Clip {
  const last = Math.min(LENGTH_MAX_FRAMES, clip.startFrames + Math.max(clip.lengthFrames, soundFrames - clip.offsetFrames));
  const end = clamp(Math.round(toFrame), Math.min(last, clip.startFrames + CLIP_MIN_FRAMES), last);
  const lengthFrames = end - clip.startFrames;
  return lengthFrames === clip.lengthFrames ? clip : fitted({ ...clip, lengthFrames });
}

/** Both halves together sound as before; null where there is nothing to split. */
export function split(clip: Clip, atFrame: number, id: string): [Clip, Clip] | null {
  const length = Math.round(atFrame) - clip.startFrames;
  if (length < CLIP_MIN_FRAMES || clip.lengthFrames - length < CLIP_MIN_FRAMES) return null;
  const left = fitted({ ...clip, lengthFrames: length, fadeOutFrames: 0 });
  const right = {
    ...clip,
    id,
    startFrames: clip.startFrames + length,
    offsetFrames: clip.offsetFrames + length,
    lengthFrames: clip.lengthFrames - length,
    fadeInFrames: 0,
  };
  return [left, { ...right, fadeOutFrames: Math.min(right.fadeOutFrames, right.lengthFrames) }];
}

export const withGain = (clip: Clip, gain_db: number): Clip => ({ ...clip, gainDb: clamp(gain_db, GAIN_DB.low, GAIN_DB.high) });

/** A fade takes what room the other one leaves. */
export function withFadeIn(clip: Clip, frames: number): Clip {
  const fadeInFrames = clamp(Math.round(frames), 0, clip.lengthFrames - clip.fadeOutFrames);
  return fadeInFrames === clip.fadeInFrames ? clip : { ...clip, fadeInFrames };
}

export function withFadeOut(clip: Clip, frames: number): Clip {
  const fadeOutFrames = clamp(Math.round(frames), 0, clip.lengthFrames - clip.fadeInFrames);
  return fadeOutFrames === clip.fadeOutFrames ? clip : { ...clip, fadeOutFrames };
}

/** The gain of the fades at a frame of the clip: equal power, so that two sounds that cross keep their loudness. */
export function fadeGain({ lengthFrames, fadeInFrames, fadeOutFrames }: Pick<Clip, "lengthFrames" | "fadeInFrames" | "fadeOutFrames">, frame: number): number {
  let gain = 1;
  if (frame < fadeInFrames) gain *= Math.sin((Math.PI / 2) * (frame / fadeInFrames));
  const falling = frame - (lengthFrames - fadeOutFrames);
  if (falling > 0) gain *= Math.cos((Math.PI / 2) * Math.min(1, falling / fadeOutFrames));
  return gain;
}
