/** The maker's state: the recipe, and the making of kicks from it. */

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiFailure } from "@/core/api/failure";
import type { Job, Kick, KickGenerated, KickPage } from "@/core/api/types";
import type { WorkStore } from "@/core/events/work";
import { EMPTY_RECIPE, requestOf, type Recipe, type Start } from "@/core/kicks/recipe";
import { keys, useStudio } from "../studio";
import { soundOf } from "./sounds";

export interface Maker {
  recipe: Recipe;
  setRecipe(change: (recipe: Recipe) => Recipe): void;
  /** Kicks being made now. */
  pending: number;
  failure: unknown;
  clearFailure(): void;
  make(recipe: Recipe, start?: Start): Promise<Kick | null>;
}

const KEPT_AT = "klangwerk.recipe";

export function useMaker(onMade: (kick: Kick) => void): Maker {
  const { calls, work, deletions, player, queries, kicksChanged } = useStudio();
  const [recipe, setRecipe] = useState<Recipe>(recalled);
  const [pending, setPending] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const newest = useRef(0);

  useEffect(() => {
    sessionStorage.setItem(KEPT_AT, JSON.stringify(recipe));
  }, [recipe]);

  const make = useCallback(
    async (from: Recipe, start?: Start) => {
      const turn = ++newest.current;
      player.unlock(); // still inside the key press or click
      setFailure(null);
      setPending((count) => count + 1);
      try {
        await deletions.flush(); // what was deleted no longer takes up room
        const answer = await calls.kickGenerate(requestOf(from, start), requestKey());
        const kick: Kick | KickGenerated | null = answer.done ? answer.kick : await finished(answer.job, work, calls.kick, calls.job);
        if (kick === null) return null;
        if (answer.done) {
          const { remainingGensToday, totalGensCount } = answer.kick;
          queries.setQueryData<KickPage>(keys.allowance, (page) => (page ? { ...page, remainingGensToday, totalGensCount } : page));
        }
        queries.setQueryData(keys.kick(kick.id), kick);
        kicksChanged();
        onMade(kick);
        if (turn === newest.current) void player.play(soundOf(kick, calls));
        return kick;
      } catch (problem) {
        if (!(problem instanceof ApiFailure && problem.code.includes("cancelled"))) setFailure(problem);
        void queries.invalidateQueries({ queryKey: keys.allowance });
        return null;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [calls, work, deletions, player, queries, kicksChanged, onMade],
  );
  const clearFailure = useCallback(() => {
    setFailure(null);
  }, []);
  return { recipe, setRecipe, pending, failure, clearFailure, make };
}

function recalled(): Recipe {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT_AT) ?? "null") as Partial<Recipe> | null;
    return { ...EMPTY_RECIPE, ...kept, sliders: { ...EMPTY_RECIPE.sliders, ...kept?.sliders } };
  } catch {
    return EMPTY_RECIPE;
  }
}

/** A name for one request. */
const requestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const LOOK_MS = 2_000;

/** The kick that running work becomes; null when it was stopped. Live events tell its end, and a look now and then. */
async function finished(
  job: Job,
  work: WorkStore,
  kickOf: (id: string) => Promise<Kick>,
  jobOf: (id: string) => Promise<Job>,
): Promise<Kick | null> {
  work.apply(job);
  const looking = setInterval(() => {
    jobOf(job.id).then(
      (seen) => {
        work.apply(seen);
      },
      () => undefined,
    );
  }, LOOK_MS);
  const end = await work.over(job.id).finally(() => {
    clearInterval(looking);
  });
  if (end.status === "cancelled") return null;
  const id = (end.result as { kickId?: unknown } | null)?.kickId;
  if (end.status === "failed" || typeof id !== "string") {
    throw new ApiFailure(end.error?.code ?? "failed", end.error?.message ?? "The kick could not be made. Try it again.", 500);
  }
  return kickOf(id);
}
