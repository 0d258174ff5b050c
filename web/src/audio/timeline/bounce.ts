/** An arrangement, or a stretch of it, rendered as fast as it goes: the mixer and the voices that are heard live, a stretch at a time. */

import { Course, dueClips } from "@/core/timeline/course";
import { RATE_HZ, type Arrangement } from "@/core/timeline/types";
import { Mix } from "./mix";
import type { TimelineSounds } from "./sounds";
import { Voice } from "./voice";

// Nothing rings on from one stretch into the next, so each is rendered by itself: memory and cancelling are per stretch.
const STRETCH_FRAMES = 20 * RATE_HZ;

export interface BounceRange {
  readonly from: number;
  readonly to: number;
}

export interface TimelineBounce {
  readonly sampleRate_hz: number;
  readonly channels: readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>];
  /** Linear; above 1 a file of whole numbers would clip. */
  readonly peak: number;
  /** Names of clips whose sound could not be had. */
  readonly silent: readonly string[];
}

export interface BounceWatch {
  /** 0 to 1. */
  progress(fraction: number): void;
  readonly signal: AbortSignal;
}

/** Throws the signal's reason when it is cancelled. */
export async function bounceTimeline(arrangement: Arrangement, { from, to }: BounceRange, sounds: TimelineSounds, watch: BounceWatch): Promise<TimelineBounce> {
  const frames = to - from;
  if (frames <= 0) throw new RangeError("There is nothing to bounce.");
  const channels = [new Float32Array(frames), new Float32Array(frames)] as const;
  const silent = new Set<string>();
  let peak = 0;
  for (let at = 0; at < frames; at += STRETCH_FRAMES) {
    watch.signal.throwIfAborted();
    const length = Math.min(STRETCH_FRAMES, frames - at);
    const rendered = await renderStretch(arrangement, from + at, length, sounds, silent);
    watch.signal.throwIfAborted();
    channels.forEach((channel, side) => {
      const samples = rendered.getChannelData(side);
      channel.set(samples, at);
      for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    });
    watch.progress((at + length) / frames);
  }
  return { sampleRate_hz: RATE_HZ, channels, peak, silent: [...silent] };
}

async function renderStretch(arrangement: Arrangement, from: number, length: number, sounds: TimelineSounds, silent: Set<string>): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(2, length, RATE_HZ);
  const mix = new Mix(context, context.destination, false);
  mix.follow(arrangement.tracks);
  for (const due of dueClips(arrangement, new Course(0, from, null), 0, length)) {
    const into = mix.input(due.trackId);
    const buffer = await sounds.load(due.clip.assetId);
    if (!into) continue;
    if (!buffer) silent.add(due.clip.name);
    else new Voice(context, into, buffer, due, 0, false);
  }
  return context.startRendering();
}

/** Makes all of it quieter, in place. */
export function attenuate(channels: readonly Float32Array[], gain: number): void {
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain;
}
