/** Tracks as things that can be played: they come in while they sound. */

import type { Sound } from "@/audio/player";
import type { Endpoints } from "@/core/api/endpoints";
import type { Track } from "@/core/api/types";
import { decodePeaks, raised, type Peaks } from "@/core/kicks/peaks";
import { loadSigned } from "../playing";

export interface TrackSound extends Sound {
  peaks: Peaks;
}

const made = new WeakMap<Track, TrackSound>();

export function soundOf(track: Track, calls: Endpoints): TrackSound {
  const known = made.get(track);
  if (known) return known;
  const renewed = async () => (await calls.track(track.id)).audioUrl;
  const sound: TrackSound = {
    id: track.id,
    title: track.name,
    duration_s: track.durationS,
    end_s: track.durationS,
    peaks: raised(decodePeaks(track.peaks)),
    load: () => loadSigned(track.audioUrl, renewed),
    stream: { url: track.audioUrl, renewed },
  };
  made.set(track, sound);
  return sound;
}
