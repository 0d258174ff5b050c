/** Everything a person can do with presets. */

import { useMemo } from "react";
import { describeFailure } from "@/core/api/failure";
import type { Preset } from "@/core/api/types";
import { UNDO_MS } from "@/core/kicks/deletions";
import { loadedPreset, presetRequest } from "@/core/rack/presets";
import { isModified, type LoadedPreset, type Patch } from "@/core/rack/state";
import { keys, useStudio, type Studio } from "../studio";

export interface PresetActions {
  load(preset: Preset): void;
  /** Writes the rack into the loaded preset, which is the person's own. */
  save(preset: LoadedPreset): Promise<void>;
  /** Keeps the rack under a new name. Throws what the server says against it. */
  saveAs(name: string): Promise<void>;
  remove(preset: LoadedPreset): void;
}

export function usePresetActions(): PresetActions {
  const studio = useStudio();
  return useMemo(() => actionsFor(studio), [studio]);
}

function actionsFor({ rack, calls, queries, session, toasts, presetDeletions, presetsChanged }: Studio): PresetActions {
  /** Into the list first, else the rack would be set back to what the list still says. */
  const keep = async (saved: Preset) => {
    const list = keys.presetsOf(session.state.get());
    await queries.cancelQueries({ queryKey: list });
    queries.setQueryData<Preset[]>(list, (all) => (all?.some(({ id }) => id === saved.id) ? all.map((one) => (one.id === saved.id ? saved : one)) : [...(all ?? []), saved]));
    rack.saved(loadedPreset(saved));
    presetsChanged();
  };
  const write = async ({ id, name }: LoadedPreset, patch: Patch) => {
    await keep(await calls.presetReplace(id, presetRequest(name, patch)));
  };
  const notSaved = (name: string, again: () => void) => (failure: unknown) => {
    const { body } = describeFailure(failure, new Date());
    toasts.fail(`“${name}” was not saved`, `${body} What you set up stands as it is.`, { label: "Try again", run: again });
  };
  return {
    load: (preset) => {
      const { preset: before } = rack.state.get();
      const modified = isModified(rack.state.get());
      rack.load(loadedPreset(preset));
      if (!modified) return;
      const from = before ? ` in “${before.name}”` : "";
      toasts.show(`“${preset.presetName}” is loaded. What you changed${from} can come back.`, { stays_ms: UNDO_MS, action: { label: "Undo", run: () => { rack.undo(); } } });
    },
    save: async (preset) => {
      const before = preset.patch;
      const store = (patch: Patch, words: string) => async (): Promise<void> => {
        try {
          await write(preset, patch);
          const back = { label: "Undo", run: () => void store(before, `“${preset.name}” is as it was before.`)() };
          toasts.show(words, patch === before ? {} : { stays_ms: UNDO_MS, action: back });
        } catch (failure) {
          notSaved(preset.name, () => void store(patch, words)())(failure);
        }
      };
      await store(rack.patch, `“${preset.name}” is saved.`)();
    },
    saveAs: async (name) => {
      await presetDeletions.flush(); // a name that is being deleted is free
      await keep(await calls.presetCreate(presetRequest(name, rack.patch)));
      toasts.show(`Saved as “${name}”.`);
    },
    remove: (preset) => {
      presetDeletions.delete(preset.id);
      const undo = () => {
        if (presetDeletions.undo(preset.id) && rack.state.get().preset === null) rack.saved(preset);
      };
      toasts.show(`“${preset.name}” is deleted; the sound stays in the rack.`, { stays_ms: UNDO_MS, action: { label: "Undo", run: undo } });
    },
  };
}
