/** What is chosen, and its gain and fades: the same for hands, keys and fingers. */

import { formatTime_s } from "@/core/format";
import { formatGain, gainAt, gainPosition, parseGain } from "@/core/timeline/faders";
import { clipsOf } from "@/core/timeline/edits";
import { formatPlace } from "@/core/timeline/grid";
import { RATE_HZ, type Clip } from "@/core/timeline/types";
import { Button, IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { Knob } from "@/ui/Knob";
import { useStudio } from "../studio";
import styles from "./clipBar.module.css";
import { useArrangement, useTimeline } from "./context";

export function ClipBar() {
  const { desk } = useStudio();
  const { commands } = useTimeline();
  const arrangement = useArrangement();
  const selection = useStore(desk.store.selection);
  const chosen = clipsOf(arrangement, selection);
  const [first] = chosen;
  if (!first) return null;
  return (
    <section className={styles["bar"]} aria-label="Selected clips">
      <div className={styles["names"]}>
        <b>{chosen.length === 1 ? first.name : `${chosen.length} clips`}</b>
        <span>
          {chosen.length === 1 ? `${formatPlace(first.startFrames, arrangement)}, ${formatTime_s(first.lengthFrames / RATE_HZ)}` : `from ${formatPlace(Math.min(...chosen.map(({ startFrames }) => startFrames)), arrangement)}`}
        </span>
      </div>
      <div className={styles["knobs"]}>
        <ClipGain clip={first} />
        <Fade side="in" clip={first} />
        <Fade side="out" clip={first} />
      </div>
      <div className={styles["tools"]}>
        <Button small icon="vary" title="Split at the playhead (S)" onClick={() => { commands.split(); }}>
          Split
        </Button>
        <Button small icon="copy" title="Duplicate (Ctrl+D)" onClick={() => { commands.duplicate(); }}>
          Duplicate
        </Button>
        <Button small icon="blend" title="Fades as long as clips lie over each other (X)" onClick={() => { commands.crossfade(); }}>
          Crossfade
        </Button>
        <IconButton small icon="trash" label="Delete (Del)" onClick={() => { commands.remove(); }} />
        <IconButton small icon="close" label="Deselect (Esc)" onClick={() => { desk.store.select([]); }} />
      </div>
    </section>
  );
}

function ClipGain({ clip }: { clip: Clip }) {
  const { desk } = useStudio();
  const { commands } = useTimeline();
  const position = gainPosition(clip.gainDb);
  return (
    <Knob
      label="Clip gain"
      short="Gain"
      hint="How loud the clip is"
      home="0 dB"
      low={-60}
      high={12}
      value={Math.round(clip.gainDb * 10) / 10}
      position={position}
      start={position}
      text={formatGain(clip.gainDb)}
      spoken={formatGain(clip.gainDb)}
      onTurn={(to) => { commands.setGain(to === null ? 0 : gainAt(to)); }}
      onStep={(way, fine) => { commands.setGain(clip.gainDb + way * (fine ? 0.1 : 1)); }}
      onType={(text) => {
        const typed = parseGain(text);
        if (typed.ok) commands.setGain(typed.value);
        return typed;
      }}
      onGrab={() => { desk.store.beginGesture(); }}
      onRelease={() => { desk.store.endGesture(); }}
    />
  );
}

const BEND = 2; // short fades are set finer than long ones
const STEP_MS = 10;

const spokenTime = (seconds: number): string => (seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`);

function Fade({ side, clip }: { side: "in" | "out"; clip: Clip }) {
  const { desk } = useStudio();
  const { commands } = useTimeline();
  const frames = side === "in" ? clip.fadeInFrames : clip.fadeOutFrames;
  const position = (frames / clip.lengthFrames) ** (1 / BEND);
  const words = frames === 0 ? "none" : spokenTime(frames / RATE_HZ);
  return (
    <Knob
      label={`Fade ${side}`}
      hint={side === "in" ? "How long it comes up" : "How long it goes down"}
      home="none"
      low={0}
      high={Math.round((clip.lengthFrames / RATE_HZ) * 1000)}
      value={Math.round((frames / RATE_HZ) * 1000)}
      position={position}
      start={position}
      text={words}
      spoken={words}
      onTurn={(to) => { commands.setFade(side, to === null ? 0 : clip.lengthFrames * to ** BEND); }}
      onStep={(way, fine) => { commands.setFade(side, Math.max(0, frames + (way * (fine ? 1 : STEP_MS) * RATE_HZ) / 1000)); }}
      onType={(text) => {
        const found = /^(\d*[.,]?\d+)\s*(ms|s)?$/.exec(text.trim().toLowerCase());
        if (!found) return { ok: false, message: "A time, such as 50 ms or 1.2 s." };
        const value = Number((found[1] ?? "0").replace(",", "."));
        commands.setFade(side, (found[2] === "s" ? value : value / 1000) * RATE_HZ);
        return { ok: true, value };
      }}
      onGrab={() => { desk.store.beginGesture(); }}
      onRelease={() => { desk.store.endGesture(); }}
    />
  );
}
