/** What every feature may use: the session, the server, live work, sound and messages. */

import { createContext, useContext } from "react";
import type { QueryClient } from "@tanstack/react-query";
import type { Player } from "@/audio/player";
import type { Api } from "@/core/api/client";
import type { Endpoints } from "@/core/api/endpoints";
import type { Session } from "@/core/api/session";
import type { EventConnection } from "@/core/events/connection";
import type { WorkStore } from "@/core/events/work";
import type { Deletions } from "@/core/kicks/deletions";
import type { Toasts } from "@/ui/toasts";

export interface Studio {
  session: Session;
  api: Api;
  calls: Endpoints;
  events: EventConnection;
  work: WorkStore;
  deletions: Deletions;
  player: Player;
  toasts: Toasts;
  queries: QueryClient;
  /** Tells this and the other tabs that kicks have changed. */
  kicksChanged(): void;
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
};
