/** All of a track's settings, with room for them: on a phone the only place, elsewhere one more. */

import { useState } from "react";
import { SOUND_TYPES, NAME_MAX_CHARS, type Track } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Chip } from "@/ui/parts";
import { SelectField } from "@/ui/Select";
import { SOUND_WORDS } from "@/ui/soundColours";
import { useTimeline } from "./context";
import styles from "./dialogs.module.css";
import { TrackGain, TrackPan } from "./TrackHead";

interface TrackDialogProps {
  track: Track;
  index: number;
  count: number;
  onClose(): void;
}

export function TrackDialog({ track, index, count, onClose }: TrackDialogProps) {
  const { commands } = useTimeline();
  const [name, setName] = useState(track.name);
  const keepName = () => {
    if (name.trim() !== track.name) commands.changeTrack(track.id, "Rename track", { name });
  };
  return (
    <Dialog title={`Track ${index + 1}`} onClose={() => { keepName(); onClose(); }}>
      <Field label="Name" value={name} maxLength={NAME_MAX_CHARS} onChange={(event) => { setName(event.target.value); }} onBlur={keepName} />
      <SelectField label="Colour" value={track.type} values={SOUND_TYPES} wordOf={(type) => SOUND_WORDS[type]} onChange={(type) => { commands.changeTrack(track.id, "Colour", { type }); }} />
      <div className={styles["levels"]}>
        <TrackGain track={track} />
        <TrackPan track={track} />
      </div>
      <div className={styles["chips"]}>
        <Chip aria-pressed={track.muted} onClick={() => { commands.toggleTrack("muted", track.id); }}>
          Mute
        </Chip>
        <Chip aria-pressed={track.soloed} onClick={() => { commands.toggleTrack("soloed", track.id); }}>
          Solo
        </Chip>
        <Chip disabled={index === 0} onClick={() => { commands.moveTrack(track.id, -1); }}>
          Move up
        </Chip>
        <Chip disabled={index === count - 1} onClick={() => { commands.moveTrack(track.id, 1); }}>
          Move down
        </Chip>
      </div>
      <DialogFoot>
        <Button
          look="danger"
          icon="trash"
          onClick={() => {
            onClose();
            commands.removeTrack(track.id);
          }}
        >
          Delete track
        </Button>
        <Button look="primary" onClick={() => { keepName(); onClose(); }}>
          Done
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
