/** Everything a person can do with a track that exists. */

import { useMemo } from "react";
import { useNavigate, type NavigateFunction } from "react-router";
import { describeFailure } from "@/core/api/failure";
import type { Track } from "@/core/api/types";
import { UNDO_MS } from "@/core/kicks/deletions";
import { downloadFrom } from "../playing";
import { keys, useStudio, type Studio } from "../studio";
import { changeHeld } from "./held";
import { soundOf } from "./sounds";

export interface TrackActions {
  toggle(track: Track): void;
  playFrom(track: Track, position_s: number): void;
  rename(track: Track, name: string): void;
  favourite(track: Track): void;
  download(track: Track): void;
  downloadAll(track: Track): void;
  downloadMidi(track: Track): void;
  toTimeline(track: Track): void;
  stemsToTimeline(track: Track): void;
  remove(track: Track): void;
}

export function useTrackActions(): TrackActions {
  const studio = useStudio();
  const navigate = useNavigate();
  return useMemo(() => actionsFor(studio, navigate), [studio, navigate]);
}

function actionsFor(studio: Studio, navigate: NavigateFunction): TrackActions {
  const { player, calls, trackDeletions, toasts, queries } = studio;
  const orSay = (what: string, task: Promise<unknown>) =>
    void task.catch((failure: unknown) => { toasts.fail(what, describeFailure(failure, new Date()).body); });
  const change = async (track: Track, body: { name?: string; isFavourite?: boolean }) => {
    changeHeld(queries, track.id, body);
    try {
      await calls.trackChange(track.id, body);
    } catch (failure) {
      changeHeld(queries, track.id, { name: track.name, isFavourite: track.isFavourite });
      throw failure;
    }
    studio.tracksChanged();
  };
  /** Addresses of files expire: they are asked for when they are wanted. */
  const linked = (track: Track) => queries.query({ queryKey: keys.track(track.id), queryFn: () => calls.track(track.id), staleTime: 60_000 });
  return {
    toggle: (track) => {
      player.toggle(soundOf(track, calls));
    },
    playFrom: (track, position_s) => void player.play(soundOf(track, calls), position_s),
    rename: (track, name) => { orSay(`“${track.name}” kept its old name`, change(track, { name })); },
    favourite: (track) => { orSay(`“${track.name}” could not be marked`, change(track, { isFavourite: !track.isFavourite })); },
    download: (track) => {
      downloadFrom(track.downloadUrl);
    },
    downloadAll: (track) => { orSay("The stems could not be downloaded", linked(track).then(({ stemsZipUrl }) => { downloadFrom(stemsZipUrl); })); },
    downloadMidi: (track) => { orSay("The notes could not be downloaded", linked(track).then(({ midiUrl }) => { downloadFrom(midiUrl); })); },
    toTimeline: (track) => void navigate(`/timeline?add=${track.id}`),
    stemsToTimeline: (track) => {
      const go = async () => {
        const { stems } = await linked(track);
        const ids = [stems.percussion, stems.bass, stems.chords, stems.melody].filter((id) => id !== undefined);
        await navigate(`/timeline?add=${ids.join(",")}`);
      };
      orSay("The stems could not be added", go());
    },
    remove: (track) => {
      player.forget(track.id);
      trackDeletions.delete(track.id);
      toasts.show(track.type === "main" ? `“${track.name}” and its stems are deleted.` : `“${track.name}” is deleted.`, {
        stays_ms: UNDO_MS,
        action: { label: "Undo", run: () => void trackDeletions.undo(track.id) },
      });
    },
  };
}
