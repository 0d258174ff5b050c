/** What the file writers take and give: samples, tags, and the pieces of a file. */

export interface SoundData {
  /** One array a channel, all of one length; full scale is ±1. */
  readonly channels: readonly Float32Array[];
  readonly sampleRate_hz: number;
}

export interface FileTags {
  readonly title?: string;
  readonly software?: string;
  readonly comment?: string;
  /** Beats a minute. */
  readonly bpm?: number;
}

/** Part of a file. A file stays in pieces, since a quarter of an hour in one array may not be had in one stretch of memory. */
export type Piece = Uint8Array<ArrayBuffer>;

export const CHANNELS_MAX = 8;

/** Length in frames. Throws RangeError for what no file can hold, above all for channels of different lengths. */
export function framesOf({ channels, sampleRate_hz }: SoundData): number {
  const frames = channels[0]?.length ?? 0;
  if (channels.length > CHANNELS_MAX) throw new RangeError(`A file has at most ${CHANNELS_MAX} channels, not ${channels.length}.`);
  if (frames === 0) throw new RangeError("There is no sound to save.");
  if (channels.some((channel) => channel.length !== frames)) throw new RangeError("The channels are not of one length.");
  if (!Number.isInteger(sampleRate_hz) || sampleRate_hz < 1) throw new RangeError(`A rate of ${sampleRate_hz} Hz cannot be written.`);
  return frames;
}

/** Throws RangeError where a sample is infinite or not a number: a file of it would play as silence or as a crack. */
export function requireNumbers(channel: Float32Array, from: number, to: number): void {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (channel[i] ?? 0) * 0; // NaN where a sample is NaN or infinite
  if (sum !== 0) throw new RangeError("The sound has samples that are not numbers.");
}

export const sizeOf_bytes = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** One array of them all. */
export function joined(pieces: readonly Piece[]): Piece {
  const whole = new Uint8Array(sizeOf_bytes(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const ascii = (text: string): Piece => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf8 = (text: string): Piece => new TextEncoder().encode(text);
