/** What stands before the sound in a FLAC file: STREAMINFO and the Vorbis comments. */

import { ascii, joined, utf8, type FileTags, type Piece } from "../sound";

export const BLOCK_FRAMES = 4096; // what 44.1 kHz is usually cut into: longer helps little, shorter costs headers
export const SAMPLE_RATE_MAX_HZ = 2 ** 20 - 1;

const STREAMINFO = 0;
const VORBIS_COMMENT = 4;
const LAST_BLOCK = 0x80;

export interface StreamInfo {
  readonly sampleRate_hz: number;
  readonly channels: number;
  readonly bitDepth: number;
  readonly frames: number;
  readonly smallest_bytes: number;
  readonly largest_bytes: number;
  /** Of the samples as interleaved little-endian numbers. */
  readonly md5: Piece;
  readonly tags: FileTags;
}

export function fileHeader(info: StreamInfo): Piece {
  return joined([ascii("fLaC"), block(STREAMINFO, streamInfo(info)), block(LAST_BLOCK | VORBIS_COMMENT, comments(info.tags))]);
}

function streamInfo({ sampleRate_hz, channels, bitDepth, frames, smallest_bytes, largest_bytes, md5 }: StreamInfo): Piece {
  const body = new Uint8Array(34);
  const view = new DataView(body.buffer);
  view.setUint16(0, BLOCK_FRAMES); // smallest block; the last one is exempt from it
  view.setUint16(2, BLOCK_FRAMES);
  view.setUint16(4, smallest_bytes >> 8);
  view.setUint8(6, smallest_bytes);
  view.setUint16(7, largest_bytes >> 8);
  view.setUint8(9, largest_bytes);
  // 20 bits rate, 3 bits channels - 1, 5 bits depth - 1, 36 bits length: the length's upper 4 end the first word.
  const upper = Math.floor(frames / 2 ** 32);
  view.setUint32(10, ((sampleRate_hz << 12) | ((channels - 1) << 9) | ((bitDepth - 1) << 4) | upper) >>> 0);
  view.setUint32(14, frames >>> 0);
  body.set(md5, 18);
  return body;
}

/** Vorbis comments are the one part of FLAC with little-endian numbers. */
function comments({ title, software, comment, bpm }: FileTags): Piece {
  const fields = Object.entries({ TITLE: title, SOFTWARE: software, COMMENT: comment, BPM: bpm });
  const texts = fields.flatMap(([name, value]) => (value === undefined ? [] : [utf8(`${name}=${value}`)]));
  const withLength = (text: Piece) => joined([littleEndian(text.length), text]);
  return joined([withLength(ascii("Klangwerk")), littleEndian(texts.length), ...texts.map(withLength)]);
}

function littleEndian(value: number): Piece {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}

function block(type: number, body: Piece): Piece {
  if (body.length >= 2 ** 24) throw new RangeError("The texts of a FLAC file cannot be larger than 16 MB.");
  return joined([Uint8Array.of(type, body.length >>> 16, body.length >>> 8, body.length), body]);
}
