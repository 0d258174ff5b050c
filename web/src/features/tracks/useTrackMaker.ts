/** The maker's state: what is asked for, the orders under way, and what came of the last one. */

import { useCallback, useEffect, useRef, useState } from "react";
import { fieldMessages } from "@/core/api/failure";
import type { Job, TrackDetail } from "@/core/api/types";
import { compositionOf } from "@/core/tracks/details";
import { mistakesFrom, mistakesOf, orderOf, recalled, recipeFor, type Mistakes, type TrackRecipe } from "@/core/tracks/recipe";
import { ended } from "../running";
import { keys, useStudio } from "../studio";
import { soundOf } from "./sounds";

export interface TrackMaker {
  recipe: TrackRecipe;
  setRecipe(change: (recipe: TrackRecipe) => TrackRecipe): void;
  /** Orders that the server has not answered yet. */
  sending: number;
  mistakes: Mistakes;
  failure: unknown;
  clearFailure(): void;
  make(recipe: TrackRecipe): void;
  /** Makes again what failed. */
  retry(job: Job): void;
  /** As the track was ordered, but with another seed. */
  again(trackId: string): void;
  /** What came of the order that ended last. */
  made: TrackDetail | null;
}

const KEPT_AT = "klangwerk.track-recipe";
export const TRACK_WORK = "track.generate";

export function useTrackMaker(): TrackMaker {
  const studio = useStudio();
  const { calls, work, player, queries } = studio;
  const [recipe, setRecipe] = useState<TrackRecipe>(() => recalled(sessionStorage.getItem(KEPT_AT)));
  const [sending, setSending] = useState(0);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [made, setMade] = useState<TrackDetail | null>(null);
  const ordered = useRef(new Map<string, TrackRecipe>());

  useEffect(() => {
    sessionStorage.setItem(KEPT_AT, JSON.stringify(recipe));
  }, [recipe]);

  // Also what was ordered before the page was opened: the line tells how all work ends.
  useEffect(
    () =>
      work.onSettled((job) => {
        const id = (job.result as { trackId?: unknown } | null)?.trackId;
        if (job.kind !== TRACK_WORK || job.status !== "completed" || typeof id !== "string") return;
        const mine = ordered.current.has(job.id);
        const show = async () => {
          const track = await calls.track(id);
          queries.setQueryData(keys.track(id), track);
          setMade(track);
          const { status } = player.state.get();
          const sound = soundOf(track, calls);
          if (mine && status !== "playing" && status !== "loading") void player.play(sound);
          else if (status !== "playing") player.cue(sound);
        };
        show().catch(() => undefined); // it stands in the catalog all the same
      }),
    [work, calls, queries, player],
  );

  const make = useCallback(
    (from: TrackRecipe) => {
      const wrong = mistakesOf(from);
      setMistakes(wrong);
      setFailure(null);
      if (Object.keys(wrong).length > 0) return;
      player.unlock(); // still inside the key press or click
      const send = async () => {
        setSending((count) => count + 1);
        try {
          await studio.trackDeletions.flush(); // what was deleted no longer takes up room
          const job = await calls.trackOrder(orderOf(from));
          ordered.current.set(job.id, from);
          void ended(job, work, calls.job);
        } catch (problem) {
          const named = mistakesFrom(fieldMessages(problem));
          setMistakes(named);
          if (Object.keys(named).length === 0) setFailure(problem);
        } finally {
          setSending((count) => count - 1);
        }
      };
      void send();
    },
    [studio, calls, work, player],
  );
  const again = useCallback(
    (trackId: string) => {
      player.unlock();
      setFailure(null);
      calls.track(trackId).then(
        (track) => { make(recipeFor(track, compositionOf(track.metadata))); },
        (problem: unknown) => { setFailure(problem); },
      );
    },
    [calls, make, player],
  );
  const retry = useCallback(
    (job: Job) => {
      work.dismiss(job.id);
      make(ordered.current.get(job.id) ?? { ...recalled(null), prompt: job.title });
    },
    [work, make],
  );
  const clearFailure = useCallback(() => {
    setFailure(null);
  }, []);
  const change = useCallback((next: (recipe: TrackRecipe) => TrackRecipe) => {
    setMistakes({});
    setRecipe(next);
  }, []);
  return { recipe, setRecipe: change, sending, mistakes, failure, clearFailure, make, retry, again, made };
}
