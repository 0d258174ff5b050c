/** What a page could not save before it closed, kept in the browser until it opens again. */

import { arrangementOf, type Arrangement } from "./types";

export interface Draft {
  readonly id: string;
  /** The version on which it builds. */
  readonly version: number;
  readonly arrangement: Arrangement;
}

/** As the browser's own storage. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KEY = "klangwerk-timeline-draft";

/** One draft: of the project that was open last. */
export class Drafts {
  constructor(private readonly shelf: Shelf) {}

  keep(draft: Draft): void {
    try {
      this.shelf.setItem(KEY, JSON.stringify({ ...draft, arrangement: arrangementOf(draft.arrangement) }));
    } catch {
      // Full, or not allowed: then only the server keeps it.
    }
  }

  /** The draft of this project, which is taken off the shelf. */
  take(id: string): Draft | null {
    try {
      const draft = JSON.parse(this.shelf.getItem(KEY) ?? "null") as Draft | null;
      if (draft?.id !== id || !Number.isInteger(draft.version) || !Array.isArray(draft.arrangement.tracks)) return null;
      this.shelf.removeItem(KEY);
      return draft;
    } catch {
      return null;
    }
  }

  clear(): void {
    try {
      this.shelf.removeItem(KEY);
    } catch {
      // Nothing is kept there, then.
    }
  }
}

export const sameArrangement = (a: Arrangement, b: Arrangement): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** With the same order of fields everywhere: the server's is its own. */
function canonical({ name, bpm, beatsPerBar, loop, tracks }: Arrangement): unknown {
  return [
    name, bpm, beatsPerBar, loop.enabled, loop.startFrames, loop.stopFrames,
    tracks.map((track) => [
      track.id, track.name, track.type, track.gainDb, track.pan, track.muted, track.soloed,
      track.clips.map((clip) => [clip.id, clip.assetId, clip.name, clip.startFrames, clip.offsetFrames, clip.lengthFrames, clip.gainDb, clip.fadeInFrames, clip.fadeOutFrames]),
    ]),
  ];
}
