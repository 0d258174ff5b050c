/** The maker's state: the recipe, and the making of kicks from it. */

import { useCallback, useEffect, useRef, useState } from "react";
import type { Kick } from "@/core/api/types";
import { EMPTY_RECIPE, requestOf, type Recipe, type Start } from "@/core/kicks/recipe";
import { makeKick } from "../making";
import { useStudio } from "../studio";
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
  const studio = useStudio();
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
      studio.player.unlock(); // still inside the key press or click
      setFailure(null);
      setPending((count) => count + 1);
      try {
        const kick = await makeKick(studio, requestOf(from, start));
        if (kick === null) return null;
        onMade(kick);
        if (turn === newest.current) void studio.player.play(soundOf(kick, studio.calls));
        return kick;
      } catch (problem) {
        setFailure(problem);
        return null;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [studio, onMade],
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
