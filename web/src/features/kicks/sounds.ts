/** Kicks as things that can be played. */

import type { Player, Sound } from "@/audio/player";
import type { Endpoints } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { audibleEnd_s, decodePeaks, window_s, type Peaks } from "@/core/kicks/peaks";
import { useStore } from "@/ui/hooks";

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
    load: () => loadAudio(kick, calls),
  };
  made.set(kick, sound);
  return sound;
}

/** Signed addresses expire: a refused one is asked for anew, once. */
async function loadAudio(kick: Kick, calls: Endpoints): Promise<ArrayBuffer> {
  let response = await fetch(kick.audioUrl);
  if (!response.ok) response = await fetch((await calls.kick(kick.id)).audioUrl);
  if (!response.ok) throw new Error(`audio answered ${response.status}`);
  return response.arrayBuffer();
}

export interface Playback {
  playing: boolean;
  failed: string | null;
}

export function usePlayback(player: Player, id: string): Playback {
  const state = useStore(player.state);
  const mine = "id" in state && state.id === id;
  return {
    playing: mine && (state.status === "playing" || state.status === "loading"),
    failed: mine && state.status === "failed" ? state.message : null,
  };
}
