/** WAV files as the server writes them: 16 and 24 bits are PCM, 32 bits are float; with texts, tempo and beats. */

import { inTurns, type Watch } from "./pacing";
import { packInterleaved, quantize, toWhole } from "./quantize";
import { ascii, framesOf, joined, requireNumbers, sizeOf_bytes, utf8, type FileTags, type Piece, type SoundData } from "./sound";

export interface WavOptions {
  readonly bitDepth: 16 | 24 | 32;
  readonly tags?: FileTags;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const SUBTYPE_TAIL = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]; // KSDATAFORMAT_SUBTYPE_…: the tag, then this
const SIZE_MAX = 0xffffffff - 1;
const ACID_ONE_SHOT = 0x01;
const ACID_ROOT_NOTE = 60; // not valid without a flag that says so; the C in the middle is usual there
const ACID_UNUSED = 0x8000; // in all such files, and nobody says what for

/** The file, in pieces. Throws RangeError above 4 GB and where `framesOf` and `quantize` do. */
export async function encodeWav(sound: SoundData, options: WavOptions, watch: Watch = {}): Promise<Piece[]> {
  const { bitDepth, tags = {} } = options;
  const frames = framesOf(sound);
  const data_bytes = frames * sound.channels.length * (bitDepth / 8);
  const chunks = [chunk("fmt ", formatBody(sound, bitDepth))];
  if (bitDepth === 32) chunks.push(chunk("fact", numbers([frames, 4])));
  const texts = infoEntries(tags);
  if (texts.length > 0) chunks.push(chunk("LIST", joined([ascii("INFO"), ...texts])));
  if (tags.bpm !== undefined) chunks.push(chunk("acid", acidBody(tags.bpm, frames, sound.sampleRate_hz)));
  const padding = new Uint8Array(data_bytes % 2);
  const body_bytes = 4 + sizeOf_bytes(chunks) + 8 + data_bytes + padding.length;
  if (body_bytes > SIZE_MAX) throw new RangeError("A WAV file cannot be larger than 4 GB. Save it as FLAC instead.");
  const pieces = [joined([ascii("RIFF"), numbers([body_bytes, 4]), ascii("WAVE"), ...chunks, ascii("data"), numbers([data_bytes, 4])])];
  await inTurns(frames, sound.sampleRate_hz, watch, (from, to) => {
    pieces.push(bitDepth === 32 ? floats(sound, from, to) : wholes(sound, from, to, bitDepth));
  });
  pieces.push(padding);
  return pieces;
}

function wholes({ channels }: SoundData, from: number, to: number, bitDepth: 16 | 24): Piece {
  const quantized = channels.map((channel) => {
    const into = new Int32Array(to - from);
    quantize(channel, from, to, bitDepth, into);
    return into;
  });
  const bytes = new Uint8Array((to - from) * channels.length * (bitDepth / 8));
  packInterleaved(quantized, to - from, bitDepth, bytes);
  return bytes;
}

function floats({ channels }: SoundData, from: number, to: number): Piece {
  const bytes = new Uint8Array((to - from) * channels.length * 4);
  const view = new DataView(bytes.buffer);
  channels.forEach((channel, index) => {
    requireNumbers(channel, from, to);
    for (let i = from, at = index * 4; i < to; i++, at += channels.length * 4) view.setFloat32(at, channel[i] ?? 0, true);
  });
  return bytes;
}

function formatBody({ channels, sampleRate_hz }: SoundData, bitDepth: 16 | 24 | 32): Piece {
  const tag = bitDepth === 32 ? FLOAT : PCM;
  const frameBytes = channels.length * (bitDepth / 8);
  const extensible = channels.length > 2; // 24 bits would want it too by the book, but older samplers refuse it
  const plain = numbers(
    [extensible ? EXTENSIBLE : tag, 2],
    [channels.length, 2],
    [sampleRate_hz, 4],
    [sampleRate_hz * frameBytes, 4],
    [frameBytes, 2],
    [bitDepth, 2],
  );
  // Speakers 0: no claim about where they stand.
  if (extensible) return joined([plain, numbers([22, 2], [bitDepth, 2], [0, 4], [tag, 2]), Uint8Array.from(SUBTYPE_TAIL)]);
  return tag === FLOAT ? joined([plain, numbers([0, 2])]) : plain;
}

/** Texts that programs show, in this order whatever the caller's, for the same bytes. */
function infoEntries({ title, software, comment }: FileTags): Piece[] {
  const named: [string, string | undefined][] = [["INAM", title], ["ISFT", software], ["ICMT", comment]];
  return named.flatMap(([id, text]) => (text === undefined ? [] : [chunk(id, utf8(`${text}\0`))]));
}

/** What samplers and loop players read the tempo from; in 4/4. As long as whole beats it is a loop, else a one-shot. */
function acidBody(bpm: number, frames: number, sampleRate_hz: number): Piece {
  const beats = ((frames / sampleRate_hz) * bpm) / 60;
  const whole = toWhole(beats);
  const isLoop = whole > 0 && ((Math.abs(beats - whole) * 60) / bpm) * sampleRate_hz <= 1;
  const tempo = new Uint8Array(4);
  new DataView(tempo.buffer).setFloat32(0, bpm, true);
  return joined([
    numbers([isLoop ? 0 : ACID_ONE_SHOT, 4], [ACID_ROOT_NOTE, 2], [ACID_UNUSED, 2], [0, 4], [Math.max(1, whole), 4]),
    numbers([4, 2], [4, 2]), // the meter: of quarters, four
    tempo,
  ]);
}

function chunk(id: string, body: Piece): Piece {
  return joined([ascii(id), numbers([body.length, 4]), body, new Uint8Array(body.length % 2)]);
}

/** Unsigned little-endian numbers of so many bytes each. */
function numbers(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Piece {
  return Uint8Array.from(values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => value >>> (8 * i))));
}
