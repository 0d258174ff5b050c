/** FLAC files (RFC 9639), written here: lossless, 16 or 24 bits, about half of a WAV. */

import { FrameEncoder } from "./flac/frame";
import { BLOCK_FRAMES, fileHeader, SAMPLE_RATE_MAX_HZ } from "./flac/metadata";
import { Md5 } from "./md5";
import { inTurns, type Watch } from "./pacing";
import { packInterleaved, quantize, type PcmDepth } from "./quantize";
import { framesOf, type FileTags, type Piece, type SoundData } from "./sound";

export interface FlacOptions {
  readonly bitDepth: PcmDepth;
  readonly tags?: FileTags;
}

const BLOCKS_A_TURN = 10; // about a second of sound

/** The file, in pieces. Throws RangeError for rates above 1 MHz, and where `framesOf` and `quantize` do. */
export async function encodeFlac(sound: SoundData, options: FlacOptions, watch: Watch = {}): Promise<Piece[]> {
  const { bitDepth, tags = {} } = options;
  const { channels, sampleRate_hz } = sound;
  const frames = framesOf(sound);
  if (sampleRate_hz > SAMPLE_RATE_MAX_HZ) throw new RangeError(`A FLAC file cannot have a rate of ${sampleRate_hz} Hz. Save it as WAV.`);
  const encoder = new FrameEncoder(channels.length, sampleRate_hz, bitDepth);
  const block = channels.map(() => new Int32Array(BLOCK_FRAMES));
  const packed = new Uint8Array(BLOCK_FRAMES * channels.length * (bitDepth / 8));
  const md5 = new Md5();
  const body: Piece[] = [];
  let smallest_bytes = Infinity;
  let largest_bytes = 0;
  await inTurns(frames, BLOCK_FRAMES * BLOCKS_A_TURN, watch, (from, to) => {
    for (let start = from; start < to; start += BLOCK_FRAMES) {
      const length = Math.min(BLOCK_FRAMES, to - start);
      channels.forEach((channel, index) => {
        const into = block[index];
        if (into) quantize(channel, start, start + length, bitDepth, into);
      });
      packInterleaved(block, length, bitDepth, packed);
      md5.update(packed, length * channels.length * (bitDepth / 8));
      const frame = encoder.encode(block, length, start / BLOCK_FRAMES);
      smallest_bytes = Math.min(smallest_bytes, frame.length);
      largest_bytes = Math.max(largest_bytes, frame.length);
      body.push(frame);
    }
  });
  const header = fileHeader({
    sampleRate_hz, channels: channels.length, bitDepth, frames, smallest_bytes, largest_bytes, md5: md5.digest(), tags,
  });
  return [header, ...body];
}
