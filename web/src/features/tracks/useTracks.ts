/** The person's tracks as the screens need them: those around what is visible, one with its stems, and what was composed. */

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Track } from "@/core/api/types";
import { compositionOf, type Composition } from "@/core/tracks/details";
import { addressOf, paramsOf, queryOf, TRACK_TYPES, type TrackQuery } from "@/core/tracks/query";
import { useStore } from "@/ui/hooks";
import { useIsTrackHidden } from "../hidden";
import { useListWindow, type ListWindow } from "../listWindow";
import { keys, useStudio } from "../studio";

const PAGE = 60;

export function useTrackWindow(query: TrackQuery): ListWindow<Track> {
  const { calls, trackDeletions } = useStudio();
  const hidden = useIsTrackHidden();
  const params = paramsOf(query);
  return useListWindow({
    page: PAGE,
    key: (page) => keys.trackPage(params, page),
    read: (limit, offset) => calls.tracks(params, limit, offset),
    itemsOf: ({ results }) => results,
    hidden,
    hiddenMost: useStore(trackDeletions.hidden).size * TRACK_TYPES.length,
  });
}

/** All that came of one order, the mix first. */
export function useFamily(generationId: string): { tracks: Track[] | null; failure: Error | null } {
  const { calls } = useStudio();
  const hidden = useIsTrackHidden();
  const { data, error } = useQuery({
    queryKey: keys.trackFamily(generationId),
    queryFn: () => calls.tracks({ generation: generationId }, TRACK_TYPES.length, 0),
  });
  const tracks = data?.results.filter((track) => !hidden(track)).sort((a, b) => TRACK_TYPES.indexOf(a.type) - TRACK_TYPES.indexOf(b.type));
  return { tracks: tracks ?? null, failure: error };
}

export function useComposition(id: string): { composition: Composition | null; failure: Error | null } {
  const { calls } = useStudio();
  const { data, error } = useQuery({ queryKey: keys.track(id), queryFn: () => calls.track(id), staleTime: 60_000 });
  return { composition: useMemo(() => (data ? compositionOf(data.metadata) : null), [data]), failure: error };
}

export interface CatalogQuery {
  query: TrackQuery;
  /** `typing`: no step of its own on the way back. */
  change(part: Partial<TrackQuery>, typing?: boolean): void;
}

/** What the catalog shows, as it stands in the address: there after a reload, and by the way back. */
export function useCatalogQuery(): CatalogQuery {
  const [address, setAddress] = useSearchParams();
  const query = useMemo(() => queryOf(address), [address]);
  const change = useCallback(
    (part: Partial<TrackQuery>, typing = false) => {
      setAddress((old) => new URLSearchParams(addressOf({ ...queryOf(old), ...part })), { replace: typing });
    },
    [setAddress],
  );
  return { query, change };
}
