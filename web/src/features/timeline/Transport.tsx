/** Play, return, loop, where it is, tempo, snap, zoom, undo and redo. */

import { useCallback, useEffect, useRef } from "react";
import { setTempo } from "@/core/timeline/edits";
import { formatClock, formatPlace, SNAPS, type Snap } from "@/core/timeline/grid";
import { arrangementEnd, BPM } from "@/core/timeline/types";
import { LiveReader } from "@/audio/live";
import { IconButton } from "@/ui/Button";
import { useFrames, useStore } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { Meter } from "@/ui/Meter";
import { NumberBox } from "@/ui/NumberBox";
import { Select } from "@/ui/Select";
import { useStudio } from "../studio";
import { useArrangement, useTimeline } from "./context";
import styles from "./transport.module.css";

const SNAP_WORDS: Record<Snap, string> = { bar: "Bar", beat: "Beat", half: "1/2 beat", quarter: "1/4 beat", off: "Off" };
const ZOOM_STEP = 1.5;

export function Transport() {
  const { timelinePlayer } = useStudio();
  const { commands, view } = useTimeline();
  const status = useStore(timelinePlayer.status);
  const { loop } = useArrangement();
  return (
    <div className={styles["bar"]} role="group" aria-label="Transport">
      <IconButton icon="back" label="To the beginning (Home)" onClick={() => { toStart(view, timelinePlayer); }} />
      <button
        type="button"
        className={[styles["play"], status === "stopped" ? "" : styles["playing"]].join(" ")}
        aria-keyshortcuts="Space"
        title={status === "stopped" ? "Play (Space)" : "Stop (Space)"}
        onClick={() => {
          view.follow(true);
          timelinePlayer.toggle();
        }}
      >
        <Icon name={status === "stopped" ? "play" : "stop"} size={20} />
        {status === "stopped" ? "Play" : status === "loading" ? "Loading" : "Stop"}
      </button>
      <button type="button" className={styles["toggle"]} aria-pressed={loop.enabled} title="Play the loop round and round (L)" onClick={() => { commands.toggleLoop(); }}>
        <Icon name="again" size={18} /> Loop
      </button>
      <Where />
      <div className={styles["tempo"]}>
        <Tempo />
      </div>
      <SnapChoice />
      <Zoom />
      <UndoRedo />
      <Level />
    </div>
  );
}

export function toStart(view: { follow(on: boolean): void }, player: { seek(frame: number): void }): void {
  view.follow(true);
  player.seek(0);
}

/** Bars and beats, and the time: written before every picture while it plays. */
function Where() {
  const { timelinePlayer, desk } = useStudio();
  const place = useRef<HTMLElement>(null);
  const clock = useRef<HTMLElement>(null);
  const status = useStore(timelinePlayer.status);
  const cursor = useStore(timelinePlayer.cursor);
  const { bpm, beatsPerBar } = useArrangement();
  const write = useCallback(() => {
    const frame = Math.round(timelinePlayer.position());
    const { bpm: tempo, beatsPerBar: beats } = desk.store.now;
    if (place.current) place.current.textContent = formatPlace(frame, { bpm: tempo, beatsPerBar: beats });
    if (clock.current) clock.current.textContent = formatClock(frame).slice(0, -2);
  }, [timelinePlayer, desk]);
  useFrames(status === "playing", write);
  useEffect(write, [write, status, cursor, bpm, beatsPerBar]);
  const frame = timelinePlayer.cursor.get();
  return (
    <div className={styles["where"]} title="Bar, beat and hundredths; minutes and seconds">
      <b ref={place}>{formatPlace(frame, { bpm, beatsPerBar })}</b>
      <span ref={clock}>{formatClock(frame).slice(0, -2)}</span>
    </div>
  );
}

function Tempo() {
  const { desk } = useStudio();
  const { bpm } = useArrangement();
  const set = (next: number, gesture: string | null) => {
    desk.store.edit("Tempo", (now) => setTempo(now, next), gesture);
  };
  return (
    <NumberBox
      label="Tempo"
      short="BPM"
      hint="Beats a minute. It moves the grid; sounds stay as they are"
      home="120"
      low={BPM.low}
      high={BPM.high}
      value={bpm}
      text={String(bpm)}
      spoken={`${bpm} BPM`}
      inputMode="decimal"
      onChange={(next) => { set(next ?? 120, "tempo"); }}
      onType={(text) => {
        const value = Number(text.trim().replace(",", "."));
        if (!(value >= BPM.low && value <= BPM.high)) return { ok: false, message: `${BPM.low} to ${BPM.high} BPM.` };
        set(value, null);
        return { ok: true, value };
      }}
      onGrab={() => { desk.store.beginGesture(); }}
      onRelease={() => { desk.store.endGesture(); }}
    />
  );
}

function SnapChoice() {
  const { view } = useTimeline();
  const snap = useStore(view.snap);
  return (
    <label className={styles["snap"]} title="What clips and the loop snap to; Shift or Alt while dragging: nothing">
      <span>Snap</span>
      <Select value={snap} values={SNAPS} wordOf={(each) => SNAP_WORDS[each]} onChange={(chosen) => { view.snap.set(chosen); }} />
    </label>
  );
}

function Zoom() {
  const { view } = useTimeline();
  const { desk } = useStudio();
  const end = () => arrangementEnd(desk.store.now);
  return (
    <div className={[styles["pair"], styles["zoom"]].join(" ")} role="group" aria-label="Zoom">
      <button type="button" className={styles["sign"]} aria-label="Zoom out" title="Zoom out (−)" onClick={() => { view.zoomTo(view.zoom.get() / ZOOM_STEP, end()); }}>
        −
      </button>
      <button type="button" className={styles["fit"]} title="All of it in sight (F)" onClick={() => { view.fit(end()); }}>
        Fit
      </button>
      <button type="button" className={styles["sign"]} aria-label="Zoom in" title="Zoom in (+)" onClick={() => { view.zoomTo(view.zoom.get() * ZOOM_STEP, end()); }}>
        +
      </button>
    </div>
  );
}

function UndoRedo() {
  const { desk } = useStudio();
  const { undo, redo } = useStore(desk.store.steps);
  return (
    <div className={styles["pair"]}>
      <IconButton icon="undo" label={undo === null ? "Nothing to undo" : `Undo: ${undo} (Ctrl+Z)`} disabled={undo === null} onClick={() => { desk.store.undo(); }} />
      <IconButton icon="redo" label={redo === null ? "Nothing to redo" : `Redo: ${redo} (Ctrl+Y)`} disabled={redo === null} onClick={() => { desk.store.redo(); }} />
    </div>
  );
}

const READER = new LiveReader();

/** What leaves the mixer. */
function Level() {
  const { timelinePlayer } = useStudio();
  const status = useStore(timelinePlayer.status);
  const read = useCallback(() => (timelinePlayer.analyser ? READER.level(timelinePlayer.analyser).peak : 0), [timelinePlayer]);
  return (
    <div className={styles["level"]}>
      <Meter active={status !== "stopped"} read={read} />
    </div>
  );
}
