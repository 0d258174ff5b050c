/** The tracks that the page holds, changed in place. */

import type { QueryClient } from "@tanstack/react-query";
import type { Track, TrackDetail, TrackPage } from "@/core/api/types";
import { keys } from "../studio";

/** Changes a track wherever it is held, before and after the server agrees. */
export function changeHeld(queries: QueryClient, id: string, changes: Partial<Pick<Track, "name" | "isFavourite">>): void {
  queries.setQueriesData<TrackPage>({ queryKey: keys.trackLists }, (page) =>
    page ? { ...page, results: page.results.map((track) => (track.id === id ? { ...track, ...changes } : track)) } : page,
  );
  queries.setQueryData<TrackDetail>(keys.track(id), (track) => (track ? { ...track, ...changes } : track));
}
