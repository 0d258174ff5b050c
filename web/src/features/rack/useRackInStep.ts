/** Keeps the rack in step with the server: kicks get new names and addresses or go, presets are changed elsewhere. */

import { useEffect, useMemo, useRef } from "react";
import type { Preset } from "@/core/api/types";
import { loadedPreset } from "@/core/rack/presets";
import type { SoundCatalog } from "@/core/rack/sounds";
import { samePatch, type KickRef, type RackState } from "@/core/rack/state";
import { useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import { refOf, type NamedKick } from "./data";

interface Known {
  sounds: SoundCatalog | null;
  presets: readonly Preset[] | null;
  kicks: readonly NamedKick[] | null;
}

export function useRackInStep({ sounds, presets, kicks }: Known): void {
  const { rack } = useStudio();
  const used = useUsedKicks();
  const before = useRef({ refs: new Map<string, KickRef>(), presets: new Set<string>() });

  const refs = useMemo(() => {
    const found = new Map<string, KickRef>();
    for (const preset of presets ?? []) {
      const { kick } = loadedPreset(preset).patch;
      if (kick.kind === "ai") found.set(kick.id, kick);
    }
    for (const kick of [...(sounds?.sharedKicks ?? []), ...(kicks ?? [])]) found.set(kick.id, refOf(kick));
    return found;
  }, [sounds, presets, kicks]);

  useEffect(() => {
    const fallback = sounds?.kicks[0];
    for (const [id, held] of used.current) {
      const now = refs.get(id);
      // Only what was listed and is not any more is gone: a kick that was made just now is not listed yet.
      const gone = now === undefined && before.current.refs.has(id) && kicks !== null && presets !== null && fallback !== undefined;
      if (now?.kind === "ai" && (now.name !== held.name || now.url !== held.url)) {
        used.current.set(id, now);
        rack.kickChanged(id, now);
      } else if (gone) {
        used.current.delete(id);
        rack.kickChanged(id, { kind: "stock", name: fallback.name });
      }
    }
    before.current.refs = refs;
  }, [rack, refs, used, sounds, kicks, presets]);

  const { preset } = useStore(rack.state);
  useEffect(() => {
    if (presets === null) return;
    if (preset !== null) {
      const now = presets.find(({ id }) => id === preset.id);
      if (now) {
        const fresh = loadedPreset(now);
        const same = fresh.name === preset.name && fresh.isShared === preset.isShared && samePatch(fresh.patch, preset.patch);
        if (!same) rack.saved(fresh);
      } else if (before.current.presets.has(preset.id)) rack.presetGone(preset.id);
    }
    before.current.presets = new Set(presets.map(({ id }) => id));
  }, [rack, presets, preset]);
}

/** AI kicks that the rack holds now, or would hold again after an undo. */
function useUsedKicks() {
  const { rack } = useStudio();
  const used = useRef(new Map<string, Extract<KickRef, { kind: "ai" }>>());
  useEffect(() => {
    const note = ({ patch, preset }: RackState) => {
      for (const kick of [patch.kick, preset?.patch.kick]) if (kick?.kind === "ai") used.current.set(kick.id, kick);
    };
    const look = () => {
      note(rack.state.get());
    };
    look();
    return rack.state.subscribe(look);
  }, [rack]);
  return used;
}
