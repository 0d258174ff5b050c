/** What is in the rack when somebody comes: "Init", or what the address asks for. */

import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { describeFailure } from "@/core/api/failure";
import type { Preset } from "@/core/api/types";
import { firstPreset, loadedPreset, openWith } from "@/core/rack/presets";
import { isModified, type RackStore } from "@/core/rack/state";
import { useStudio } from "../studio";
import { refOf } from "./data";

/** The visit that each rack was opened for: somebody who comes back from another page finds it as it was. */
const opened = new WeakMap<RackStore, number>();

export function useOpening(presets: readonly Preset[] | null): void {
  const { rack, session, calls, toasts } = useStudio();
  const [query, setQuery] = useSearchParams();
  const presetId = query.get("preset");
  const kickId = query.get("kick");
  const { visit } = session;

  useEffect(() => {
    const first = presets && firstPreset(presets);
    if (!first || opened.get(rack) === visit) return;
    const before = opened.get(rack);
    opened.set(rack, visit);
    if (before !== undefined && isModified(rack.state.get())) {
      rack.load(loadedPreset(first));
      toasts.show("You are signed in. What you had set up can come back.", { stays_ms: 10_000, action: { label: "Bring it back", run: () => { rack.undo(); } } });
    } else openWith(rack, loadedPreset(first));
  }, [rack, presets, visit, toasts]);

  useEffect(() => {
    if (presets === null || (presetId === null && kickId === null)) return;
    setQuery({}, { replace: true }); // asked once: loading the page again starts with “Init”
    const asked = presets.find(({ id }) => id === presetId);
    if (asked) rack.load(loadedPreset(asked));
    else if (presetId !== null) toasts.fail("This preset is not here", "It was deleted, or it is somebody else's. The rack stays as it is.");
    if (kickId === null) return;
    calls.kick(kickId).then(
      (kick) => { rack.choose({ kick: refOf(kick) }, `Choose ${kick.name}`); },
      (failure: unknown) => { toasts.fail("This kick could not be loaded", describeFailure(failure, new Date()).body); },
    );
  }, [presets, presetId, kickId, rack, calls, toasts, setQuery]);
}
