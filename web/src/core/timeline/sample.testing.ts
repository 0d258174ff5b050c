/** Small arrangements for tests. */

import { EMPTY_ARRANGEMENT, type Arrangement, type Clip, type SoundAsset, type Track } from "./types";

export const clip = (id: string, startFrames: number, lengthFrames: number, more: Partial<Clip> = {}): Clip => ({
  id, assetId: "a", trackId: null, name: id, startFrames, offsetFrames: 0, lengthFrames, gainDb: 0, fadeInFrames: 0, fadeOutFrames: 0, ...more,
});

export const track = (id: string, ...clips: Clip[]): Track => ({ id, name: id, type: "kick", gainDb: 0, pan: 0, muted: false, soloed: false, clips });

export const arrangement = (...tracks: Track[]): Arrangement => ({ ...EMPTY_ARRANGEMENT, tracks });

export const asset = (more: Partial<SoundAsset> = {}): SoundAsset => ({
  trackId: null, name: "Rudi", type: "kick", durationS: 2, frames: 88_200, sampleRate: 44_100, bpm: null, peaks: "", audioUrl: "/a", missing: false, ...more,
});

/** n1, n2, … */
export function counter(): () => string {
  let made = 0;
  return () => `n${++made}`;
}

export const starts = ({ tracks }: Arrangement): number[][] => tracks.map(({ clips }) => clips.map(({ startFrames }) => startFrames));
