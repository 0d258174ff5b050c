/**
 * `window.__klangwerk`: what sounds right now, readable from outside, so that browser tests (and curious people) can check
 * real sample values. It holds sound only: no token, no way to change anything on the server.
 */

import type { PlayerState } from "@/audio/player";
import type { Bounced, BounceSettings } from "@/audio/rack/types";
import { bounceTimeline, type TimelineBounce } from "@/audio/timeline/bounce";
import type { Arrangement } from "@/core/timeline/types";
import type { RackSounds } from "@/core/rack/sounds";
import type { Patch, RackStore } from "@/core/rack/state";
import type { Studio } from "@/features/studio";

export interface AudioHook {
  readonly context: AudioContext | null;
  readonly analyser: AnalyserNode | null;
  readonly state: PlayerState;
  /** Ids of the sounds that began to play, the latest last. */
  readonly played: readonly string[];
}

export interface RackHook {
  readonly store: RackStore;
  readonly sounds: RackSounds;
  readonly playing: boolean;
  readonly status: string;
  /** What leaves the rack. */
  readonly analyser: AnalyserNode | null;
  bounce(patch: Partial<Patch>, settings: Partial<BounceSettings>): Promise<Bounced>;
}

export interface TimelineHook {
  readonly arrangement: Arrangement;
  readonly selection: readonly string[];
  readonly status: string;
  readonly saved: string;
  readonly position: number;
  /** What leaves the mixer. */
  readonly analyser: AnalyserNode | null;
  /** The arrangement as it stands, from one frame to before another. */
  bounce(from: number, to: number): Promise<TimelineBounce>;
}

const REMEMBERED = 50;

declare global {
  interface Window {
    __klangwerk?: { audio: AudioHook; rack: RackHook; timeline: TimelineHook };
  }
}

export function exposeAudio({ player, rack, rackPlayer, rackSounds, bounce, desk, timelinePlayer, timelineSounds }: Studio): void {
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
    rack: {
      store: rack,
      sounds: rackSounds,
      get playing() {
        return rackPlayer.playing.get();
      },
      get status() {
        return rackPlayer.status.get().status;
      },
      get analyser() {
        return rackPlayer.analyser;
      },
      bounce: (patch, settings) =>
        bounce(
          { bars: 4, ending: "tail", stems: true, muted: new Set(), soloed: new Set(), ...settings },
          { progress: () => undefined, signal: new AbortController().signal },
          { ...rack.patch, ...patch },
        ),
    },
    timeline: {
      get arrangement() {
        return desk.store.now;
      },
      get selection() {
        return [...desk.store.selection.get()];
      },
      get status() {
        return timelinePlayer.status.get();
      },
      get saved() {
        return desk.project.get() === null ? "none" : desk.saver.state.get().status;
      },
      get position() {
        return timelinePlayer.position();
      },
      get analyser() {
        return timelinePlayer.analyser;
      },
      bounce: (from, to) => bounceTimeline(desk.store.now, { from, to }, timelineSounds, { progress: () => undefined, signal: new AbortController().signal }),
    },
  };
}
