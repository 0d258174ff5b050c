/** Sounds put on the time line: as clips of their whole length, on tracks of their own or on one that is there. */

import { addTrack, putClips, setTempo } from "./edits";
import { clipCount, CLIPS_MAX, framesOf, LENGTH_MAX_FRAMES, TRACKS_MAX, type Arrangement, type Clip, type SoundAsset, type SoundType, type Track } from "./types";

/** A sound that can be put there. */
export interface Placeable {
  readonly assetId: string;
  readonly asset: SoundAsset;
  /** Of a kick: by what its address is asked for anew. */
  readonly kickId?: string;
}

export const newTrack = (id: string, name: string, type: Track["type"]): Track => ({ id, name, type, gainDb: 0, pan: 0, muted: false, soloed: false, clips: [] });

export function clipOf({ assetId, asset }: Placeable, startFrames: number, id: string): Clip {
  return {
    id,
    assetId,
    trackId: asset.trackId,
    name: asset.name,
    startFrames,
    offsetFrames: 0,
    lengthFrames: Math.max(1, Math.min(framesOf(asset), LENGTH_MAX_FRAMES - startFrames)),
    gainDb: 0,
    fadeInFrames: 0,
    fadeOutFrames: 0,
  };
}

export interface Placed {
  readonly arrangement: Arrangement;
  /** Ids of the new clips. */
  readonly made: readonly string[];
}

/** One sound on a track; on a new one below the others where there is none of this id. */
export function placeOn(arrangement: Arrangement, trackId: string | null, sound: Placeable, startFrames: number, newId: () => string): Placed {
  let after = timed(arrangement, sound);
  let target = trackId;
  if (target === null || !after.tracks.some(({ id }) => id === target)) {
    target = newId();
    after = addTrack(after, newTrack(target, STEMS[sound.asset.type] ?? sound.asset.name, sound.asset.type));
  }
  const clip = clipOf(sound, startFrames, newId());
  const put = putClips(after, [{ trackId: target, clip }]);
  return put === after ? { arrangement, made: [] } : { arrangement: put, made: [clip.id] };
}

/** What a new track is called: stems by what they are, since the rest of their names is the same. */
const STEMS: Partial<Record<SoundType, string>> = { bass: "Bass", chords: "Chords", melody: "Melody", percussion: "Percussion" };

/** Several sounds, each on a track of its own, all from one frame on. */
export function placeEach(arrangement: Arrangement, sounds: readonly Placeable[], startFrames: number, newId: () => string): Placed {
  let after = arrangement;
  const made: string[] = [];
  for (const sound of sounds) {
    const placed = placeOn(after, null, sound, startFrames, newId);
    after = placed.arrangement;
    made.push(...placed.made);
  }
  return { arrangement: after, made };
}

/** Why nothing can be added, in a sentence; null when it can. */
export function roomProblem(arrangement: Arrangement, tracks: number): string | null {
  if (clipCount(arrangement) >= CLIPS_MAX) return `There are ${CLIPS_MAX.toLocaleString("en")} clips, which is as many as fit.`;
  if (arrangement.tracks.length + tracks > TRACKS_MAX) return `There is room for ${TRACKS_MAX} tracks, and ${arrangement.tracks.length} are there.`;
  return null;
}

/** The first sound brings its tempo along. */
function timed(arrangement: Arrangement, { asset }: Placeable): Arrangement {
  return asset.bpm !== null && clipCount(arrangement) === 0 ? setTempo(arrangement, asset.bpm) : arrangement;
}
