/** Which preset is in the rack, the way to the others, and keeping what was made. */

import { useMemo, useState } from "react";
import type { Preset } from "@/core/api/types";
import { isModified } from "@/core/rack/state";
import { Button, IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import type { PickerGroup } from "@/ui/Picker";
import { useStudio } from "../studio";
import styles from "./bar.module.css";
import { useIsGuest } from "./data";
import { SaveAsDialog } from "./SaveAsDialog";
import { Stepper } from "./Stepper";
import { usePresetActions } from "./usePresetActions";

const option = ({ id, presetName }: Preset) => ({ id, label: presetName });

const NONE: readonly Preset[] = [];

/** null: they are on their way. */
export function PresetsBar({ presets: known }: { presets: readonly Preset[] | null }) {
  const presets = known ?? NONE;
  const { rack } = useStudio();
  const guest = useIsGuest();
  const actions = usePresetActions();
  const state = useStore(rack.state);
  const [naming, setNaming] = useState<{ reason: string | null } | null>(null);
  const { preset } = state;
  const modified = isModified(state);
  const mine = preset?.isOwn === true && !preset.isShared;

  const groups = useMemo((): PickerGroup[] => {
    const own = presets.filter(({ isShared }) => !isShared);
    const shared = { label: "Shared with everybody", options: presets.filter(({ isShared }) => isShared).map(option) };
    return own.length === 0 ? [shared] : [shared, { label: "Your own", options: own.map(option) }];
  }, [presets]);
  const save = () => {
    if (preset === null) setNaming({ reason: null });
    else if (!mine) setNaming({ reason: `“${preset.name}” is shared with everybody and stays as it is. Yours gets a name of its own.` });
    else if (modified) void actions.save(preset);
  };
  return (
    <div className={styles["bar"]}>
      <Stepper
        label="Preset"
        groups={groups}
        chosen={preset?.id ?? null}
        foot={guest ? "Sign in to keep your own here." : undefined}
        onChoose={(id) => {
          const asked = presets.find((one) => one.id === id);
          if (asked) actions.load(asked);
        }}
        shown={
          <>
            {preset?.name ?? (known === null ? "…" : "Not saved yet")}
            {modified ? (
              <>
                <span className={styles["modified"]} aria-hidden="true">•</span>
                <span className="visually-hidden"> (modified)</span>
              </>
            ) : null}
          </>
        }
      />
      {guest ? null : (
        <div className={styles["tools"]}>
          <Button icon="save" aria-disabled={mine && !modified} title={mine && !modified ? "Nothing has changed since it was saved" : undefined} onClick={save}>
            Save
          </Button>
          <Button onClick={() => { setNaming({ reason: null }); }}>
            Save as …
          </Button>
          <IconButton
            icon="trash"
            label={mine ? `Delete ${preset.name}` : preset === null ? "Nothing to delete" : "Shared presets cannot be deleted"}
            disabled={!mine}
            onClick={() => {
              if (mine) actions.remove(preset);
            }}
          />
        </div>
      )}
      {naming ? (
        <SaveAsDialog
          reason={naming.reason}
          taken={presets.filter(({ isOwn }) => isOwn).map(({ presetName }) => presetName)}
          onSave={actions.saveAs}
          onClose={() => { setNaming(null); }}
        />
      ) : null}
    </div>
  );
}
