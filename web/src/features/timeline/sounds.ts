/** Sounds of the catalog as what can be put on a timeline, and heard before. */

import type { Sound } from "@/audio/player";
import type { Endpoints } from "@/core/api/endpoints";
import type { Kick, Track } from "@/core/api/types";
import type { Placeable } from "@/core/timeline/placing";
import { loadSigned } from "../playing";

const KICK_RATE_HZ = 44_100;

export const placeableOfTrack = ({ assetId, id, name, type, durationS, sampleRate, bpm, peaks, audioUrl }: Track): Placeable => ({
  assetId,
  asset: { trackId: id, name, type, durationS, frames: Math.round(durationS * sampleRate), sampleRate, bpm, peaks, audioUrl, missing: false },
});

export const placeableOfKick = ({ assetId, name, durationS, peaks, audioUrl, id }: Kick): Placeable => ({
  assetId,
  asset: { trackId: null, name, type: "kick", durationS, frames: Math.round(durationS * KICK_RATE_HZ), sampleRate: KICK_RATE_HZ, bpm: null, peaks, audioUrl, missing: false },
  kickId: id,
});

/** To be heard by itself. Tracks are minutes long, so they come in while they sound; kicks are there at once. */
export function soundOf({ assetId, asset, kickId }: Placeable, calls: Endpoints): Sound {
  const renewed = async (): Promise<string> => {
    if (kickId !== undefined) return (await calls.kick(kickId)).audioUrl;
    return asset.trackId === null ? (asset.audioUrl ?? "") : (await calls.track(asset.trackId)).audioUrl;
  };
  const url = asset.audioUrl ?? "";
  return {
    id: `asset ${assetId}`,
    title: asset.name,
    duration_s: asset.durationS,
    end_s: asset.durationS,
    load: () => loadSigned(url, renewed),
    ...(kickId === undefined ? { stream: { url, renewed } } : {}),
  };
}
