/** Kicks as things that can be played. */

import type { Sound } from "@/audio/player";
import type { Endpoints } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { audibleEnd_s, decodePeaks, window_s, type Peaks } from "@/core/kicks/peaks";
import { loadSigned } from "../playing";

export const KICK_COLOUR = "#f2c14e";

export interface KickSound extends Sound {
  peaks: Peaks;
  window_s: number;
}

const made = new WeakMap<Kick, KickSound>();

export function soundOf(kick: Kick, calls: Endpoints): KickSound {
  const known = made.get(kick);
  if (known) return known;
  const peaks = decodePeaks(kick.peaks);
  const sound: KickSound = {
    id: kick.id,
    title: kick.name,
    duration_s: kick.durationS,
    end_s: audibleEnd_s(peaks, kick.durationS),
    window_s: window_s(peaks, kick.durationS),
    peaks,
    load: () => loadSigned(kick.audioUrl, async () => (await calls.kick(kick.id)).audioUrl),
  };
  made.set(kick, sound);
  return sound;
}
