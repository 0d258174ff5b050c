/** Sounds of the server as things that can be played and taken along. */

import type { Player } from "@/audio/player";
import { useStore } from "@/ui/hooks";

/** Signed addresses expire: a refused one is asked for anew, once. */
export async function loadSigned(url: string, renewed: () => Promise<string>): Promise<ArrayBuffer> {
  let response = await fetch(url);
  if (!response.ok) response = await fetch(await renewed());
  if (!response.ok) throw new Error(`audio answered ${response.status}`);
  return response.arrayBuffer();
}

export interface Playback {
  playing: boolean;
  /** It goes on from where it was stopped. */
  paused: boolean;
  failed: string | null;
}

export function usePlayback(player: Player, id: string): Playback {
  const state = useStore(player.state);
  const mine = "id" in state && state.id === id;
  return {
    playing: mine && (state.status === "playing" || state.status === "loading"),
    paused: mine && state.status === "paused",
    failed: mine && state.status === "failed" ? state.message : null,
  };
}

/** Saves what lies at an address of the studio. */
export function downloadFrom(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}
