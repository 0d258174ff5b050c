/** What the rack can be set to, as the server has it: presets, sounds, and the person's own kicks. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Kick, Preset } from "@/core/api/types";
import type { SoundCatalog } from "@/core/rack/sounds";
import type { KickRef } from "@/core/rack/state";
import { useStore } from "@/ui/hooks";
import { keys, useStudio } from "../studio";

/** Signed addresses live for longer, so a rack that stays open always has good ones. */
const RENEW_MS = 10 * 60_000;
const RENEWED = { refetchInterval: RENEW_MS, refetchIntervalInBackground: true } as const;

export interface Loaded<T> {
  /** null until the first answer. */
  readonly data: T | null;
  readonly failure: Error | null;
}

export function useIsGuest(): boolean {
  const { session } = useStudio();
  return useStore(session.state) === "signed-out";
}

export function useSounds(): Loaded<SoundCatalog> {
  const { calls, rackSounds } = useStudio();
  const { data, error } = useQuery({
    queryKey: keys.sounds,
    queryFn: async () => {
      const catalog = await calls.sounds();
      rackSounds.setCatalog(catalog);
      return catalog;
    },
    ...RENEWED,
  });
  return { data: data ?? null, failure: error };
}

/** In the server's order, less those being deleted. */
export function usePresets(): Loaded<readonly Preset[]> {
  const { calls, session, presetDeletions } = useStudio();
  const who = useStore(session.state);
  const hidden = useStore(presetDeletions.hidden);
  const { data, error } = useQuery({ queryKey: keys.presetsOf(who), queryFn: calls.presets, ...RENEWED });
  const shown = useMemo(() => data?.filter(({ id }) => !hidden.has(id)) ?? null, [data, hidden]);
  return { data: shown, failure: error };
}

export type NamedKick = Pick<Kick, "id" | "name" | "audioUrl" | "durationS" | "isShared">;

export const refOf = ({ id, name, audioUrl }: Pick<NamedKick, "id" | "name" | "audioUrl">): KickRef => ({ kind: "ai", id, name, url: audioUrl });

export const NO_KICKS: readonly NamedKick[] = [];

/** All of the person's kicks by name; for a guest none. `all` has those that wait for an undo, too. */
export function useOwnKicks(): Loaded<readonly NamedKick[]> & { all: readonly NamedKick[] | null } {
  const { calls, deletions } = useStudio();
  const guest = useIsGuest();
  const hidden = useStore(deletions.hidden);
  const { data, error } = useQuery({
    queryKey: keys.kickNames,
    queryFn: async (): Promise<NamedKick[]> =>
      (await calls.kicksAll()).map(({ id, name, audioUrl, durationS, isShared }) => ({ id, name, audioUrl, durationS, isShared })),
    enabled: !guest,
    ...RENEWED,
  });
  const shown = useMemo(() => data?.filter(({ id }) => !hidden.has(id)) ?? null, [data, hidden]);
  return guest ? { data: NO_KICKS, all: NO_KICKS, failure: null } : { data: shown, all: data ?? null, failure: error };
}
