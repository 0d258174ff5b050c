/** Play, cue, tempo, the beat, undo and redo. */

import { useState } from "react";
import { TAP_KEY } from "@/core/rack/hotkeys";
import { useStudio } from "@/features/studio";
import { Button, IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { BeatLights } from "./BeatLights";
import { TempoBox } from "./controls";
import styles from "./transport.module.css";

export function Transport({ onTap }: { onTap(): void }) {
  const { rackPlayer } = useStudio();
  const playing = useStore(rackPlayer.playing);
  return (
    <div className={styles["bar"]} role="group" aria-label="Transport">
      <button
        type="button"
        data-switch
        className={[styles["play"], playing ? styles["playing"] : ""].join(" ")}
        aria-keyshortcuts="Space"
        title={playing ? "Stop (Space)" : "Play (Space)"}
        onClick={() => { rackPlayer.toggle(); }}
      >
        <Icon name={playing ? "stop" : "play"} size={22} />
        {playing ? "Stop" : "Play"}
      </button>
      <Cue />
      <TempoBox />
      <span className={styles["tap"]}>
        <Button data-switch title={`Tap the tempo (${TAP_KEY.toUpperCase()})`} aria-keyshortcuts={TAP_KEY} onClick={onTap}>
          Tap
        </Button>
      </span>
      <BeatLights />
      <UndoRedo />
    </div>
  );
}

const BRIEF_MS = 400; // for those who cannot hold: switches and screen readers click

/** Sounds for as long as it is held, with a finger or with Enter. */
function Cue() {
  const { rackPlayer } = useStudio();
  const cueing = useStore(rackPlayer.cueing);
  const [pointer, setPointer] = useState<number | null>(null);
  const release = () => {
    if (pointer === null) return;
    setPointer(null);
    rackPlayer.release();
  };
  return (
    <button
      type="button"
      data-switch
      data-cue
      className={[styles["cue"], cueing ? styles["cueing"] : ""].join(" ")}
      aria-keyshortcuts="Enter"
      aria-pressed={cueing}
      title="One kick and the noise, for as long as it is held (Enter)"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setPointer(event.pointerId);
        rackPlayer.cue();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onContextMenu={(event) => { event.preventDefault(); }}
      onClick={(event) => {
        if (event.detail !== 0) return;
        rackPlayer.cue();
        setTimeout(() => { rackPlayer.release(); }, BRIEF_MS);
      }}
    >
      Cue
    </button>
  );
}

function UndoRedo() {
  const { rack } = useStudio();
  const { undo, redo } = useStore(rack.steps);
  return (
    <span className={styles["steps"]}>
      <Step icon="undo" name="Undo" what={undo} keys="Ctrl+Z" run={() => { rack.undo(); }} />
      <Step icon="redo" name="Redo" what={redo} keys="Ctrl+Shift+Z" run={() => { rack.redo(); }} />
    </span>
  );
}

interface StepProps {
  icon: "undo" | "redo";
  name: string;
  what: string | null;
  keys: string;
  run(): void;
}

function Step({ icon, name, what, keys, run }: StepProps) {
  return (
    <IconButton
      icon={icon}
      label={name}
      title={what === null ? `Nothing to ${name.toLowerCase()}` : `${name}: ${what} (${keys})`}
      aria-keyshortcuts={keys.replace("Ctrl", "Control")}
      aria-disabled={what === null}
      data-switch
      onClick={run}
    />
  );
}
