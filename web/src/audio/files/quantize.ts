/** From float32 to whole numbers as the server does it, so that the same samples are the same bytes. Rounded, not dithered. */

import { requireNumbers, type Piece } from "./sound";

export type PcmDepth = 16 | 24;

// Added and taken away again this leaves no binary digits after the point, and IEEE 754 rounds halves to even on the way.
const NO_FRACTION = 1.5 * 2 ** 52;

/** The nearest whole number, of two the even one: as Python rounds, not as Math.round does. For values below 2^51. */
export const toWhole = (value: number): number => value + NO_FRACTION - NO_FRACTION;

/**
 * Writes frames `from` to `to` of a channel into the front of `into`, as signed numbers of `bitDepth` bits.
 * What is beyond full scale is clipped. Throws RangeError as `requireNumbers` does.
 */
export function quantize(channel: Float32Array, from: number, to: number, bitDepth: PcmDepth, into: Int32Array): void {
  requireNumbers(channel, from, to);
  const fullScale = 2 ** (bitDepth - 1);
  for (let i = from; i < to; i++) {
    into[i - from] = toWhole(Math.min(fullScale - 1, Math.max(-fullScale, (channel[i] ?? 0) * fullScale)));
  }
}

/** The first `frames` of all channels as little-endian bytes, frame by frame, from byte 0 of `into`. */
export function packInterleaved(channels: readonly Int32Array[], frames: number, bitDepth: PcmDepth, into: Piece): void {
  const sampleBytes = bitDepth / 8;
  const frameBytes = channels.length * sampleBytes;
  channels.forEach((channel, index) => {
    for (let i = 0, at = index * sampleBytes; i < frames; i++, at += frameBytes) {
      const value = channel[i] ?? 0;
      into[at] = value;
      into[at + 1] = value >> 8;
      if (sampleBytes === 3) into[at + 2] = value >> 16;
    }
  });
}
