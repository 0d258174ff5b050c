/** MD5 (RFC 1321), in which FLAC keeps the fingerprint of its samples. Browsers' own crypto does not offer it. */

import type { Piece } from "./sound";

const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const BLOCK_BYTES = 64;

export class Md5 {
  private readonly state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  private readonly words = new Int32Array(16);
  private readonly rest = new Uint8Array(BLOCK_BYTES);
  private length_bytes = 0;

  /** Takes the first `size_bytes` of `bytes` in. */
  update(bytes: Uint8Array, size_bytes = bytes.length): void {
    let held = this.length_bytes % BLOCK_BYTES;
    this.length_bytes += size_bytes;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK_BYTES - held, size_bytes);
      this.rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK_BYTES) return;
      this.mix(this.rest, 0);
    }
    for (; at + BLOCK_BYTES <= size_bytes; at += BLOCK_BYTES) this.mix(bytes, at);
    this.rest.set(bytes.subarray(at, size_bytes));
  }

  /** The 16 bytes for all that was taken in; ends this object's use. */
  digest(): Piece {
    const length_bits = this.length_bytes * 8;
    const held = this.length_bytes % BLOCK_BYTES;
    const tail = new Uint8Array(held < 56 ? 64 - held : 128 - held);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, length_bits >>> 0, true);
    view.setUint32(tail.length - 4, Math.floor(length_bits / 2 ** 32), true);
    this.update(tail);
    const digest = new Uint8Array(16);
    const out = new DataView(digest.buffer);
    this.state.forEach((word, i) => out.setInt32(4 * i, word, true));
    return digest;
  }

  private mix(bytes: Uint8Array, at: number): void {
    const { state, words } = this;
    for (let i = 0, from = at; i < 16; i++, from += 4) {
      words[i] = (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8) | ((bytes[from + 2] ?? 0) << 16) | ((bytes[from + 3] ?? 0) << 24);
    }
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < 16; i += 4) {
      a = (b + turned(a + (d ^ (b & (c ^ d))) + (SINES[i] ?? 0) + (words[i] ?? 0), 7)) | 0;
      d = (a + turned(d + (c ^ (a & (b ^ c))) + (SINES[i + 1] ?? 0) + (words[i + 1] ?? 0), 12)) | 0;
      c = (d + turned(c + (b ^ (d & (a ^ b))) + (SINES[i + 2] ?? 0) + (words[i + 2] ?? 0), 17)) | 0;
      b = (c + turned(b + (a ^ (c & (d ^ a))) + (SINES[i + 3] ?? 0) + (words[i + 3] ?? 0), 22)) | 0;
    }
    for (let i = 16; i < 32; i += 4) {
      a = (b + turned(a + (c ^ (d & (b ^ c))) + (SINES[i] ?? 0) + (words[(5 * i + 1) & 15] ?? 0), 5)) | 0;
      d = (a + turned(d + (b ^ (c & (a ^ b))) + (SINES[i + 1] ?? 0) + (words[(5 * i + 6) & 15] ?? 0), 9)) | 0;
      c = (d + turned(c + (a ^ (b & (d ^ a))) + (SINES[i + 2] ?? 0) + (words[(5 * i + 11) & 15] ?? 0), 14)) | 0;
      b = (c + turned(b + (d ^ (a & (c ^ d))) + (SINES[i + 3] ?? 0) + (words[(5 * i + 16) & 15] ?? 0), 20)) | 0;
    }
    for (let i = 32; i < 48; i += 4) {
      a = (b + turned(a + (b ^ c ^ d) + (SINES[i] ?? 0) + (words[(3 * i + 5) & 15] ?? 0), 4)) | 0;
      d = (a + turned(d + (a ^ b ^ c) + (SINES[i + 1] ?? 0) + (words[(3 * i + 8) & 15] ?? 0), 11)) | 0;
      c = (d + turned(c + (d ^ a ^ b) + (SINES[i + 2] ?? 0) + (words[(3 * i + 11) & 15] ?? 0), 16)) | 0;
      b = (c + turned(b + (c ^ d ^ a) + (SINES[i + 3] ?? 0) + (words[(3 * i + 14) & 15] ?? 0), 23)) | 0;
    }
    for (let i = 48; i < 64; i += 4) {
      a = (b + turned(a + (c ^ (b | ~d)) + (SINES[i] ?? 0) + (words[(7 * i) & 15] ?? 0), 6)) | 0;
      d = (a + turned(d + (b ^ (a | ~c)) + (SINES[i + 1] ?? 0) + (words[(7 * i + 7) & 15] ?? 0), 10)) | 0;
      c = (d + turned(c + (a ^ (d | ~b)) + (SINES[i + 2] ?? 0) + (words[(7 * i + 14) & 15] ?? 0), 15)) | 0;
      b = (c + turned(b + (d ^ (c | ~a)) + (SINES[i + 3] ?? 0) + (words[(7 * i + 21) & 15] ?? 0), 21)) | 0;
    }
    state[0] = (state[0] ?? 0) + a;
    state[1] = (state[1] ?? 0) + b;
    state[2] = (state[2] ?? 0) + c;
    state[3] = (state[3] ?? 0) + d;
  }
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
