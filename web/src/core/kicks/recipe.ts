/** What the maker panel holds, and the request it becomes. */

import type { Kick, KickRequest } from "../api/types";
import { ALL_AUTO, SLIDER_NAMES, type SliderValues } from "./sliders";

export const PROMPT_MAX_CHARS = 500;
export const STEPS = { low: 1, high: 64, start: 8 } as const;
export const CFG = { low: 0, high: 10, start: 1.4 } as const;
/** Of a variation: how far from its kick; 0 would be that very kick. */
export const STRENGTH = { low: 0.05, high: 1, start: 0.4 } as const;
/** Of a blend: 0 is the one kick, 1 the other. */
export const MIX = { low: 0, high: 1, start: 0.5 } as const;
export const NAME_MAX_CHARS = 64;

export interface Recipe {
  prompt: string;
  sliders: SliderValues;
  /** null: a new one every time. */
  seed: number | null;
  /** null: the studio's default. */
  steps: number | null;
  cfgScale: number | null;
}

export const EMPTY_RECIPE: Recipe = { prompt: "", sliders: ALL_AUTO, seed: null, steps: null, cfgScale: null };

export type Start =
  | { kind: "prompt" }
  | { kind: "variation"; of: string; strength: number }
  | { kind: "interpolation"; of: string; with: string; mix: number };

export function requestOf(recipe: Recipe, start: Start = { kind: "prompt" }): KickRequest {
  const request: KickRequest = {};
  const prompt = recipe.prompt.trim();
  if (prompt !== "") request.prompt = prompt;
  for (const name of SLIDER_NAMES) {
    const value = recipe.sliders[name];
    if (value !== null) request[name] = value;
  }
  if (recipe.seed !== null) request.seed = recipe.seed;
  if (recipe.steps !== null) request.steps = recipe.steps;
  if (recipe.cfgScale !== null) request.cfgScale = recipe.cfgScale;
  if (start.kind === "variation") Object.assign(request, { variationOf: start.of, strength: start.strength });
  if (start.kind === "interpolation") {
    Object.assign(request, { variationOf: start.of, interpolateWith: start.with, mix: start.mix });
  }
  return request;
}

/** The settings a kick was made with; its seed only when the very same kick is wanted. */
export function recipeOf(kick: Kick, keepSeed: boolean): Recipe {
  const sliders = { ...ALL_AUTO };
  for (const name of SLIDER_NAMES) sliders[name] = kick.sliders[name];
  return {
    prompt: kick.prompt,
    sliders,
    seed: keepSeed ? kick.seed : null,
    steps: kick.steps === STEPS.start ? null : kick.steps,
    cfgScale: kick.cfgScale === CFG.start ? null : kick.cfgScale,
  };
}

