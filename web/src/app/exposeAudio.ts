/**
 * `window.__klangwerk.audio`: what sounds right now, readable from outside, so that browser tests (and curious people)
 * can check real sample values. It holds sound only: no token, no way to change anything on the server.
 */

import type { Player, PlayerState } from "@/audio/player";

export interface AudioHook {
  readonly context: AudioContext | null;
  readonly analyser: AnalyserNode | null;
  readonly state: PlayerState;
  /** Ids of the sounds that began to play, the latest last. */
  readonly played: readonly string[];
}

const REMEMBERED = 50;

declare global {
  interface Window {
    __klangwerk?: { audio: AudioHook };
  }
}

export function exposeAudio(player: Player): void {
  let played: readonly string[] = [];
  player.state.subscribe(() => {
    const state = player.state.get();
    if (state.status === "playing") played = [...played, state.id].slice(-REMEMBERED);
  });
  window.__klangwerk = {
    audio: {
      get context() {
        return player.context;
      },
      get analyser() {
        return player.analyser;
      },
      get state() {
        return player.state.get();
      },
      get played() {
        return played;
      },
    },
  };
}
