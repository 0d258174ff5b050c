/** Several files as one zip, uncompressed: sound hardly gets smaller, and FLAC not at all. */

import type { ZipPassThrough as Entry } from "fflate";
import { inTurns, type Watch } from "./pacing";
import { sizeOf_bytes, type Piece } from "./sound";

export interface NamedFile {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

const SIZE_MAX = 0xffffffff;
const ENTRY_BYTES_MAX = 1024; // more than headers and a name take
const PIECES_A_TURN = 32; // a few megabytes for the check sum

/** The zip, in pieces, most of which are those of the files. Throws RangeError above 4 GB, or when two have one name. */
export async function zipped(files: readonly NamedFile[], watch: Watch = {}): Promise<Piece[]> {
  if (new Set(files.map(({ name }) => name)).size < files.length) throw new RangeError("Two files in a zip cannot have one name.");
  const size = files.reduce((sum, { pieces }) => sum + sizeOf_bytes(pieces) + ENTRY_BYTES_MAX, 0);
  if (size > SIZE_MAX) throw new RangeError("These files are too large for one zip. Save them one by one.");
  const { Zip, ZipPassThrough } = await import("fflate"); // here, so that pages that save nothing do not load it
  const out: Piece[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    out.push(bytes);
  });
  const entries = files.map(({ name }) => new ZipPassThrough(name));
  const steps = files.flatMap(({ pieces }, index) => pieces.map((piece, at) => ({ entry: entries[index], piece, at, last: at === pieces.length - 1 })));
  await inTurns(steps.length, PIECES_A_TURN, watch, (from, to) => {
    for (const { entry, piece, at, last } of steps.slice(from, to)) if (entry) add(zip, entry, piece, at === 0, last);
  });
  zip.end();
  return out;
}

function add(zip: { add(entry: Entry): void }, entry: Entry, piece: Piece, first: boolean, last: boolean): void {
  if (first) zip.add(entry);
  entry.push(piece, last);
}
