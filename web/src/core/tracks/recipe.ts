/** What the maker of tracks holds, and the request it becomes. */

import type { Track, TrackOrder } from "../api/types";
import type { Composition } from "./details";

export const PROMPT_MAX_CHARS = 1000;
export const NAME_MAX_CHARS = 100;
export const LENGTH_S = { low: 4, high: 300 } as const;
export const TEMPO_BPM = { low: 40, high: 220 } as const;

export const FORMATS = ["mp3", "wav", "flac", "m4a"] as const;
export type TrackFormat = (typeof FORMATS)[number];

/** Length, tempo and key as they are typed; empty leaves them to the prompt. */
export interface TrackRecipe {
  readonly prompt: string;
  readonly format: TrackFormat;
  readonly looping: boolean;
  readonly length: string;
  readonly tempo: string;
  readonly key: string;
  /** null: a new one every time. */
  readonly seed: number | null;
}

export const EMPTY_RECIPE: TrackRecipe = { prompt: "", format: "mp3", looping: false, length: "", tempo: "", key: "", seed: null };

export type Mistakes = Partial<Record<"prompt" | "length" | "tempo" | "key" | "seed", string>>;

/** Left to the prompt: empty, or said so. */
const isAuto = (text: string): boolean => /^\s*(auto)?\s*$/i.test(text);

/** Seconds of "90", "90 s", "1:30", "1.5 min"; null when it is none of these. */
export function lengthOf_s(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const plain = /^(\d{1,3}(?:[.,]\d+)?)\s*(s|sec|seconds?|sek|sekunden?|m|min|minutes?|minuten?)?$/i.exec(text.trim());
  if (!plain) return null;
  const number = Number((plain[1] ?? "").replace(",", "."));
  return /^m/i.test(plain[2] ?? "") ? number * 60 : number;
}

/** Beats per minute of "120", "92.5 bpm"; null when it is none of these. */
export function tempoOf(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:bpm)?$/i.exec(text.trim());
  return match ? Number((match[1] ?? "").replace(",", ".")) : null;
}

const within = (value: number | null, { low, high }: { low: number; high: number }): boolean => value !== null && value >= low && value <= high;

/** What is wrong with what was typed. Whether a key is one the studio knows better. */
export function mistakesOf(recipe: TrackRecipe): Mistakes {
  const mistakes: Mistakes = {};
  if (recipe.prompt.trim() === "") mistakes.prompt = "Say in a few words what it should sound like.";
  if (!isAuto(recipe.length) && !within(lengthOf_s(recipe.length), LENGTH_S)) {
    mistakes.length = `From ${LENGTH_S.low} s to ${LENGTH_S.high / 60} min, as in 30 or 1:30.`;
  }
  if (!isAuto(recipe.tempo) && !within(tempoOf(recipe.tempo), TEMPO_BPM)) mistakes.tempo = `From ${TEMPO_BPM.low} to ${TEMPO_BPM.high} BPM.`;
  return mistakes;
}

export function orderOf(recipe: TrackRecipe): TrackOrder {
  const order: TrackOrder = { prompt: { text: recipe.prompt.trim() }, format: recipe.format, looping: recipe.looping };
  if (!isAuto(recipe.length)) order.durationS = lengthOf_s(recipe.length);
  if (!isAuto(recipe.tempo)) order.bpm = tempoOf(recipe.tempo);
  if (!isAuto(recipe.key)) order.key = recipe.key.trim();
  if (recipe.seed !== null) order.seed = recipe.seed;
  return order;
}

const FIELDS: Record<string, keyof Mistakes> = { prompt: "prompt", text: "prompt", durationS: "length", bpm: "tempo", key: "key", seed: "seed" };

/** The server's words about its fields, by the fields of the maker. */
export function mistakesFrom(messages: Readonly<Record<string, string>>): Mistakes {
  const mistakes: Mistakes = {};
  for (const [name, message] of Object.entries(messages)) {
    const field = FIELDS[name.split(".")[0] ?? ""] ?? FIELDS[name];
    if (field) mistakes[field] = message;
  }
  return mistakes;
}

/** As a track was ordered, without its seed: what was typed beside the words is what they do not tell. */
export function recipeFor({ prompt, format, looping }: Pick<Track, "prompt" | "format" | "looping">, composition: Composition): TrackRecipe {
  const { asked, understood } = composition;
  const typed = (field: string, word: string) => asked.includes(field) && !understood.some((each) => each.field === word);
  return {
    ...EMPTY_RECIPE,
    prompt,
    format,
    looping,
    length: typed("duration_s", "duration") && composition.asked_s !== null ? String(composition.asked_s) : "",
    tempo: typed("bpm", "tempo") && composition.askedBpm !== null ? String(composition.askedBpm) : "",
    key: typed("key", "key") ? composition.key : "",
  };
}

/** What was kept of a recipe, whatever it was once called. */
export function recalled(text: string | null): TrackRecipe {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "null");
  } catch {
    return EMPTY_RECIPE;
  }
  if (typeof kept !== "object" || kept === null) return EMPTY_RECIPE;
  const found = kept as Record<string, unknown>;
  const words = (name: "prompt" | "length" | "tempo" | "key") => (typeof found[name] === "string" ? found[name] : "");
  return {
    prompt: words("prompt"),
    length: words("length"),
    tempo: words("tempo"),
    key: words("key"),
    format: FORMATS.find((format) => format === found["format"]) ?? EMPTY_RECIPE.format,
    looping: found["looping"] === true,
    seed: typeof found["seed"] === "number" && Number.isInteger(found["seed"]) ? found["seed"] : null,
  };
}
