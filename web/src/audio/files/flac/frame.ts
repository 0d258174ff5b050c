/** FLAC frames: a header, the channels of one block, and check sums. */

import type { Piece } from "../sound";
import { BitWriter } from "./bits";
import { crc16, crc8 } from "./crc";
import { BLOCK_FRAMES } from "./metadata";
import { leanest, type Stereo } from "./stereo";
import { SubframeEncoder } from "./subframe";

const SYNC = 0xfff8; // with the bit for blocks of one size, counted by their number
const BLOCK_4096 = 12;
const BLOCK_BY_BYTE = 6;
const BLOCK_BY_WORD = 7;
const RATE_CODES = new Map([
  [88_200, 1], [176_400, 2], [192_000, 3], [8000, 4], [16_000, 5], [22_050, 6],
  [24_000, 7], [32_000, 8], [44_100, 9], [48_000, 10], [96_000, 11],
]);
const RATE_IN_STREAMINFO = 0;
const DEPTH_CODES = { 16: 4, 24: 6 } as const;
const HEADER_BYTES_MAX = 16;
const CRC16_BYTES = 2;

export class FrameEncoder {
  private readonly writer: BitWriter;
  private readonly subframes = new SubframeEncoder(BLOCK_FRAMES);
  private readonly middle = new Int32Array(BLOCK_FRAMES);
  private readonly side = new Int32Array(BLOCK_FRAMES);

  constructor(
    private readonly channels: number,
    private readonly sampleRate_hz: number,
    private readonly bitDepth: 16 | 24,
  ) {
    // No channel is ever larger than as it is, a difference of two having one bit more; with a byte for its own header.
    const channelBytes = 1 + Math.ceil((BLOCK_FRAMES * (bitDepth + 1)) / 8);
    this.writer = new BitWriter(new Uint8Array(HEADER_BYTES_MAX + channels * channelBytes + CRC16_BYTES));
  }

  /** Frame `number` of the file: the first `length` samples of each channel of `block`. */
  encode(block: readonly Int32Array[], length: number, number: number): Piece {
    const { writer } = this;
    const [left, right] = block;
    writer.restart();
    if (block.length === 2 && left && right) {
      const stereo = leanest(left, right, length, this.bitDepth, this.middle, this.side);
      this.writeHeader(length, number, stereo.code);
      this.writeStereo(stereo, length);
    } else {
      this.writeHeader(length, number, this.channels - 1);
      for (const channel of block) this.subframes.encode(writer, channel, length, this.bitDepth);
    }
    writer.align();
    writer.write(crc16(writer.bytes, 0, writer.length), 16);
    return writer.bytes.slice(0, writer.length);
  }

  private writeStereo({ signals }: Stereo, length: number): void {
    for (const signal of signals) {
      this.subframes.encode(this.writer, signal, length, this.bitDepth + (signal === this.side ? 1 : 0));
    }
  }

  private writeHeader(length: number, number: number, channelCode: number): void {
    const { writer } = this;
    const lengthCode = length === BLOCK_FRAMES ? BLOCK_4096 : length <= 256 ? BLOCK_BY_BYTE : BLOCK_BY_WORD;
    writer.write(SYNC, 16);
    writer.write(lengthCode, 4);
    writer.write(RATE_CODES.get(this.sampleRate_hz) ?? RATE_IN_STREAMINFO, 4);
    writer.write(channelCode, 4);
    writer.write(DEPTH_CODES[this.bitDepth] << 1, 4);
    writeCounted(writer, number);
    if (lengthCode === BLOCK_BY_BYTE) writer.write(length - 1, 8);
    if (lengthCode === BLOCK_BY_WORD) writer.write(length - 1, 16);
    writer.write(crc8(writer.bytes, 0, writer.length), 8);
  }
}

/** The number in the bytes that UTF-8 would have for it, up to 31 bits. */
function writeCounted(writer: BitWriter, number: number): void {
  if (number < 0x80) {
    writer.write(number, 8);
    return;
  }
  let more = 1; // bytes after the first: 6 bits each, while the first has room for one less with each
  while (number >= 2 ** (6 * more + 6 - more)) more++;
  const lead = 0xff & ~(0xff >> (more + 1));
  writer.write(lead | (number >>> (6 * more)), 8);
  for (let i = more - 1; i >= 0; i--) writer.write(0x80 | ((number >>> (6 * i)) & 0x3f), 8);
}
