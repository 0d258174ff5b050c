/** The formats that sound can be saved in, and the one way to them; each writer is loaded when it is used. */

import type { Watch } from "./pacing";
import type { FileTags, Piece, SoundData } from "./sound";

export const FORMATS = {
  wav: { mimeType: "audio/wav", bitDepths: [16, 24, 32] },
  flac: { mimeType: "audio/flac", bitDepths: [16, 24] },
} as const;

/** 32 bits are float, and only WAV has them. */
export type FileFormat =
  | { readonly format: "wav"; readonly bitDepth: (typeof FORMATS)["wav"]["bitDepths"][number] }
  | { readonly format: "flac"; readonly bitDepth: (typeof FORMATS)["flac"]["bitDepths"][number] };

export const ZIP_MIME_TYPE = "application/zip";

/** The file, in pieces. Throws RangeError where the sound cannot be written. */
export async function encode(sound: SoundData, format: FileFormat, tags: FileTags, watch: Watch = {}): Promise<Piece[]> {
  if (format.format === "wav") {
    const { encodeWav } = await import("./wav");
    return encodeWav(sound, { bitDepth: format.bitDepth, tags }, watch);
  }
  const { encodeFlac } = await import("./flac");
  return encodeFlac(sound, { bitDepth: format.bitDepth, tags }, watch);
}
