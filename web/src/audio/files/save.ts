/** Hands a made file to the browser's downloads, under a name that says what is in it. */

import type { Piece } from "./sound";

export interface BounceName {
  /** The preset's name, or what else a person calls it. */
  readonly name: string;
  readonly bpm: number;
  readonly bars: number;
  /** What a stem is of; none for the mix. */
  readonly layer?: string;
  readonly extension: "wav" | "flac" | "zip";
}

const NAME_CHARS_MAX = 60;
const REVOKE_AFTER_MS = 60_000; // browsers read the file after the click, Safari after asking first

/** Such as `hard-groove-140bpm-4bars.wav`, or `hard-groove-140bpm-4bars-kick.wav`. */
export function bounceName({ name, bpm, bars, layer, extension }: BounceName): string {
  const parts = [slug(name) || "bounce", `${bpm}bpm`, `${bars}${bars === 1 ? "bar" : "bars"}`];
  if (layer !== undefined) parts.push(slug(layer));
  return `${parts.join("-")}.${extension}`;
}

/** Lower-case letters and digits of any script, with a dash for all that stands between them. */
export function slug(text: string): string {
  const words = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return Array.from(words.join("-")).slice(0, NAME_CHARS_MAX).join("").replace(/-+$/, "");
}

/** Starts the download of a file. */
export function save(pieces: readonly Piece[], fileName: string, mimeType: string): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type: mimeType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link); // Firefox follows only links that are in the page
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
