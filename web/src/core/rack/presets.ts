/** Presets between the server and the rack: their order, their names, and which one comes first. */

import type { Preset, PresetRequest } from "../api/types";
import { PARAMETER_NAMES, settled, type ParameterName } from "./params";
import type { KickRef, LoadedPreset, Patch, RackStore } from "./state";

export const PRESET_NAME_MAX_CHARS = 32;
const FIRST_NAME = "Init";

export function loadedPreset(preset: Preset): LoadedPreset {
  const values = Object.fromEntries(PARAMETER_NAMES.map((name) => [name, settled(name, preset[name])])) as Record<ParameterName, number>;
  return {
    id: preset.id,
    name: preset.presetName,
    isShared: preset.isShared,
    isOwn: preset.isOwn,
    patch: { values, kick: kickOf(preset), noise: preset.noiseSample, reverb: preset.reverbSample },
  };
}

function kickOf({ kickId, kickUrl, kickSample }: Preset): KickRef {
  if (kickId === null || kickUrl === null) return { kind: "stock", name: kickSample };
  return { kind: "ai", id: kickId, name: kickSample, url: kickUrl };
}

/** What is sent to save the rack as it stands. */
export function presetRequest(presetName: string, { values, kick, noise, reverb }: Patch): PresetRequest {
  const chosen = kick.kind === "ai" ? { kickId: kick.id, kickSample: kick.name } : { kickId: null, kickSample: kick.name };
  return { presetName, ...values, ...chosen, noiseSample: noise, reverbSample: reverb };
}

/** The one that opens the studio. */
export const firstPreset = (presets: readonly Preset[]): Preset | null =>
  presets.find(({ isShared, presetName }) => isShared && presetName === FIRST_NAME) ?? presets[0] ?? null;

/** The next or previous one, round and round; from nowhere the way leads to the first or the last. */
export function neighbour<T>(list: readonly T[], isHere: (item: T) => boolean, way: -1 | 1): T | null {
  const here = list.findIndex(isHere);
  const to = here < 0 ? (way > 0 ? 0 : -1) : (here + way) % list.length;
  return list.at(to) ?? null;
}

/** The name as the server keeps it: composed, with single spaces. */
export const keptName = (name: string): string => name.normalize("NFC").replace(/\p{Zs}+/gu, " ").trim();

/** What the server would say against a name; null when it is fine. */
export function nameProblem(name: string): string | null {
  const kept = keptName(name);
  if (kept === "") return "Give it a name.";
  if (!/^[\p{L}\p{M}\p{Nd} ]+$/u.test(kept)) return "Letters, digits and spaces only.";
  const length = Array.from(kept).length;
  if (length > PRESET_NAME_MAX_CHARS) return `At most ${PRESET_NAME_MAX_CHARS} characters; this has ${length}.`;
  return null;
}

/** Puts a preset into the rack as if it had always been there: nothing of before can be undone. */
export function openWith(rack: RackStore, preset: LoadedPreset): void {
  rack.load(preset);
  rack.forget();
  rack.saved(preset);
}
