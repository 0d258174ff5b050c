/** What every feature may use: the session, the server, live work, sound and messages. */

import { createContext, useContext } from "react";
import type { QueryClient } from "@tanstack/react-query";
import type { Player } from "@/audio/player";
import type { Bounced, BounceSettings, BounceWatch, RackPlayer } from "@/audio/rack/types";
import type { LiveTimeline } from "@/audio/timeline/live";
import type { TimelineSounds } from "@/audio/timeline/sounds";
import type { Api } from "@/core/api/client";
import type { Endpoints } from "@/core/api/endpoints";
import type { Session, SessionState } from "@/core/api/session";
import type { EventConnection } from "@/core/events/connection";
import type { WorkStore } from "@/core/events/work";
import type { Deletions } from "@/core/kicks/deletions";
import type { RackSounds } from "@/core/rack/sounds";
import type { Patch, RackStore } from "@/core/rack/state";
import type { Desk } from "@/core/timeline/desk";
import type { Toasts } from "@/ui/toasts";

export interface Studio {
  session: Session;
  api: Api;
  calls: Endpoints;
  events: EventConnection;
  work: WorkStore;
  /** Of kicks, of tracks, of presets, of saved loops, of projects. */
  deletions: Deletions;
  trackDeletions: Deletions;
  presetDeletions: Deletions;
  bounceDeletions: Deletions;
  projectDeletions: Deletions;
  player: Player;
  /** What the rack is set to, its sound, and what it can be set to. */
  rack: RackStore;
  rackPlayer: RackPlayer;
  rackSounds: RackSounds;
  /** Renders the rack as it stands, or another patch. */
  bounce(settings: BounceSettings, watch: BounceWatch, patch?: Patch): Promise<Bounced>;
  /** The project of the timeline that is open, its sound, and the sounds in it. */
  desk: Desk;
  timelinePlayer: LiveTimeline;
  timelineSounds: TimelineSounds;
  toasts: Toasts;
  queries: QueryClient;
  /** Tells this and the other tabs that these have changed. */
  kicksChanged(): void;
  tracksChanged(): void;
  presetsChanged(): void;
  bouncesChanged(): void;
  /** Deletes at once and for good. */
  kickDelete(id: string, options: { confirm?: true }): Promise<void>;
  /** Sends what still waits for an undo. */
  flushDeletions(leaving?: boolean): Promise<void>;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error("useStudio outside of the studio");
  return studio;
}

export const keys = {
  me: ["me"] as const,
  apiKeys: ["keys"] as const,
  words: ["words"] as const,
  kicks: ["kicks"] as const,
  kickPages: ["kicks", "page"] as const,
  kickPage: (query: object, page: number) => ["kicks", "page", query, page] as const,
  kick: (id: string) => ["kicks", "one", id] as const,
  allowance: ["kicks", "allowance"] as const,
  kickNames: ["kicks", "names"] as const,
  /** As what can be put on the timeline. */
  kickSounds: (search: string) => ["kicks", "sounds", search] as const,
  sounds: ["sounds"] as const,
  presets: ["presets"] as const,
  /** Guests see fewer. */
  presetsOf: (who: SessionState) => ["presets", who] as const,
  bounces: ["bounces"] as const,
  projects: ["projects"] as const,
  tracks: ["tracks"] as const,
  trackLists: ["tracks", "list"] as const,
  trackPage: (query: object, page: number) => ["tracks", "list", query, page] as const,
  /** A track with its stems. */
  trackFamily: (generationId: string) => ["tracks", "list", "family", generationId] as const,
  track: (id: string) => ["tracks", "one", id] as const,
  /** As what can be put on the timeline. */
  trackSounds: (search: string) => ["tracks", "sounds", search] as const,
};
