/**
 * Edits of an arrangement: pure, and what an edit does not touch stays the same object, so that sound and screen see what
 * changed. Clips of a track may overlap: both sound, as they are. Nothing is cut by moving something over it, and a fade on
 * either side makes a crossfade.
 */

import { clamp } from "@/lib/numbers";
import { split, withFadeIn, withFadeOut } from "./clips";
import { filled, type Snap } from "./grid";
import { BPM, CLIPS_MAX, clipCount, endOf, GAIN_DB, LENGTH_MAX_FRAMES, LOOP_MIN_FRAMES, NAME_MAX_CHARS, TRACKS_MAX, type Arrangement, type Clip, type LoopRegion, type Track } from "./types";

export type Ids = ReadonlySet<string>;

const byStart = (clips: readonly Clip[]): readonly Clip[] =>
  clips.every((clip, i) => i === 0 || (clips[i - 1]?.startFrames ?? 0) <= clip.startFrames) ? clips : [...clips].sort((a, b) => a.startFrames - b.startFrames);

function withTracks(arrangement: Arrangement, change: (track: Track, index: number) => Track): Arrangement {
  const tracks = arrangement.tracks.map(change);
  return tracks.every((track, i) => track === arrangement.tracks[i]) ? arrangement : { ...arrangement, tracks };
}

const isOne = (clips: Clip | readonly Clip[]): clips is Clip => "id" in clips;

/** Changes clips one by one; null takes one away, a list puts several in its place. */
export function withClips(arrangement: Arrangement, change: (clip: Clip) => Clip | readonly Clip[] | null): Arrangement {
  return withTracks(arrangement, (track) => {
    const clips = track.clips.flatMap((clip) => {
      const after = change(clip);
      return after === null ? [] : isOne(after) ? [after] : after;
    });
    return clips.length === track.clips.length && clips.every((clip, i) => clip === track.clips[i]) ? track : { ...track, clips: byStart(clips) };
  });
}

export interface Found {
  readonly clip: Clip;
  readonly track: Track;
  readonly trackIndex: number;
}

export function findClip({ tracks }: Pick<Arrangement, "tracks">, id: string | null): Found | null {
  if (id === null) return null;
  for (const [trackIndex, track] of tracks.entries()) {
    const clip = track.clips.find((each) => each.id === id);
    if (clip) return { clip, track, trackIndex };
  }
  return null;
}

/** By track, then by start. */
export const clipsOf = ({ tracks }: Pick<Arrangement, "tracks">, ids: Ids): Clip[] => tracks.flatMap(({ clips }) => clips.filter(({ id }) => ids.has(id)));

/** From where to where some clips go; null for none. */
export function extent(clips: readonly Clip[]): { start: number; end: number } | null {
  if (clips.length === 0) return null;
  return { start: Math.min(...clips.map(({ startFrames }) => startFrames)), end: Math.max(...clips.map(endOf)) };
}

/** Puts clips on tracks that exist. Clips of tracks that do not are left out, and so is what is too much. */
export function putClips(arrangement: Arrangement, placed: readonly { readonly trackId: string; readonly clip: Clip }[]): Arrangement {
  const room = CLIPS_MAX - clipCount(arrangement);
  const fits = placed.slice(0, Math.max(0, room)).filter(({ clip }) => endOf(clip) <= LENGTH_MAX_FRAMES);
  return withTracks(arrangement, (track) => {
    const own = fits.filter(({ trackId }) => trackId === track.id).map(({ clip }) => clip);
    return own.length === 0 ? track : { ...track, clips: byStart([...track.clips, ...own]) };
  });
}

/** Moves clips together, in time and between tracks: as far as the first and the last of them can go. */
export function moveClips(arrangement: Arrangement, ids: Ids, byFrames: number, byTracks = 0): Arrangement {
  const { tracks } = arrangement;
  const rows = tracks.flatMap(({ clips }, index) => (clips.some(({ id }) => ids.has(id)) ? [index] : []));
  const span = extent(clipsOf(arrangement, ids));
  if (!span) return arrangement;
  const by = clamp(Math.round(byFrames), -span.start, Math.max(-span.start, LENGTH_MAX_FRAMES - span.end));
  const rowsBy = clamp(byTracks, -Math.min(...rows), tracks.length - 1 - Math.max(...rows));
  const moved = (clip: Clip): Clip => (by === 0 ? clip : { ...clip, startFrames: clip.startFrames + by });
  if (rowsBy === 0) return withClips(arrangement, (clip) => (ids.has(clip.id) ? moved(clip) : clip));
  return withTracks(arrangement, (track, index) => {
    const stay = track.clips.filter(({ id }) => !ids.has(id));
    const come = (tracks[index - rowsBy]?.clips ?? []).filter(({ id }) => ids.has(id)).map(moved);
    return stay.length === track.clips.length && come.length === 0 ? track : { ...track, clips: byStart([...stay, ...come]) };
  });
}

/** Splits the clips that lie under a frame; `ids`: only these. Gives the ids of the right halves as well. */
export function splitClips(arrangement: Arrangement, ids: Ids | null, atFrame: number, newId: () => string): { arrangement: Arrangement; made: readonly string[] } {
  const made: string[] = [];
  let room = CLIPS_MAX - clipCount(arrangement);
  const after = withClips(arrangement, (clip) => {
    if ((ids !== null && !ids.has(clip.id)) || room <= 0) return clip;
    const halves = split(clip, atFrame, newId());
    if (!halves) return clip;
    made.push(halves[1].id);
    room--;
    return halves;
  });
  return { arrangement: after, made };
}

/** Copies right behind: as far on as the clips are long together, in whole steps of the grid. */
export function duplicateClips(arrangement: Arrangement, ids: Ids, snap: Snap, newId: () => string): { arrangement: Arrangement; made: readonly string[] } {
  const span = extent(clipsOf(arrangement, ids));
  if (!span) return { arrangement, made: [] };
  const by = filled(span.end - span.start, snap, arrangement);
  const placed = arrangement.tracks.flatMap(({ id: trackId, clips }) =>
    clips.filter(({ id }) => ids.has(id)).map((clip) => ({ trackId, clip: { ...clip, id: newId(), startFrames: clip.startFrames + by } })),
  );
  const after = putClips(arrangement, placed);
  const there = new Set(after.tracks.flatMap(({ clips }) => clips.map(({ id }) => id)));
  return { arrangement: after, made: placed.map(({ clip }) => clip.id).filter((id) => there.has(id)) };
}

export const removeClips = (arrangement: Arrangement, ids: Ids): Arrangement => withClips(arrangement, (clip) => (ids.has(clip.id) ? null : clip));

export const changeClips = (arrangement: Arrangement, ids: Ids, change: (clip: Clip) => Clip): Arrangement =>
  withClips(arrangement, (clip) => (ids.has(clip.id) ? change(clip) : clip));

/** Where clips of a track lie over each other, fades as long as that. */
export function crossfade(arrangement: Arrangement, ids: Ids): Arrangement {
  return withTracks(arrangement, (track) => {
    let { clips } = track;
    track.clips.forEach((clip, i) => {
      const next = track.clips[i + 1];
      if (!next || !(ids.has(clip.id) || ids.has(next.id))) return;
      const over = endOf(clip) - next.startFrames;
      if (over <= 0 || endOf(next) <= endOf(clip)) return; // apart, or one inside of the other
      clips = clips.map((each) => (each.id === clip.id ? withFadeOut(each, over) : each.id === next.id ? withFadeIn(each, over) : each));
    });
    return clips === track.clips ? track : { ...track, clips };
  });
}

export function addTrack(arrangement: Arrangement, track: Track, at: number = arrangement.tracks.length): Arrangement {
  if (arrangement.tracks.length >= TRACKS_MAX) return arrangement;
  return { ...arrangement, tracks: arrangement.tracks.toSpliced(at, 0, track) };
}

export const removeTrack = (arrangement: Arrangement, id: string): Arrangement => ({ ...arrangement, tracks: arrangement.tracks.filter((track) => track.id !== id) });

export type TrackChange = Partial<Pick<Track, "name" | "type" | "gainDb" | "pan" | "muted" | "soloed">>;

export function changeTrack(arrangement: Arrangement, id: string, change: TrackChange): Arrangement {
  return withTracks(arrangement, (track) => {
    if (track.id !== id) return track;
    const next = { ...track, ...change };
    return {
      ...next,
      name: keptName(next.name, track.name),
      gainDb: clamp(next.gainDb, GAIN_DB.low, GAIN_DB.high),
      pan: clamp(next.pan, -1, 1),
    };
  });
}

/** Moves a track to another row. */
export function moveTrack(arrangement: Arrangement, id: string, to: number): Arrangement {
  const from = arrangement.tracks.findIndex((track) => track.id === id);
  const track = arrangement.tracks[from];
  const target = clamp(to, 0, arrangement.tracks.length - 1);
  if (!track || target === from) return arrangement;
  return { ...arrangement, tracks: arrangement.tracks.toSpliced(from, 1).toSpliced(target, 0, track) };
}

/** The tempo moves the grid; sounds stay where they are and as they are. */
export const setTempo = (arrangement: Arrangement, bpm: number): Arrangement => ({ ...arrangement, bpm: clamp(Math.round(bpm * 100) / 100, BPM.low, BPM.high) });

export function setLoop(arrangement: Arrangement, change: Partial<LoopRegion>): Arrangement {
  const { enabled, startFrames, stopFrames } = { ...arrangement.loop, ...change };
  const first = clamp(Math.round(Math.min(startFrames, stopFrames)), 0, LENGTH_MAX_FRAMES - LOOP_MIN_FRAMES);
  const last = clamp(Math.round(Math.max(startFrames, stopFrames)), first + LOOP_MIN_FRAMES, LENGTH_MAX_FRAMES);
  return { ...arrangement, loop: { enabled, startFrames: first, stopFrames: last } };
}

export const rename = (arrangement: Arrangement, name: string): Arrangement => ({ ...arrangement, name: keptName(name, arrangement.name) });

const keptName = (name: string, before: string): string => Array.from(name.trim()).slice(0, NAME_MAX_CHARS).join("") || before;
