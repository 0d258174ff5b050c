/** The head of a track: its name and colour, gain, pan, mute, solo, and what is heard of it. */

import { memo, useCallback, useEffect, useRef, useState, type CSSProperties } from "react";
import { LiveReader } from "@/audio/live";
import { toDb } from "@/core/format";
import { formatGain, formatPan, gainAt, gainPosition, panAt, panPosition, parsePan, spokenPan } from "@/core/timeline/faders";
import { NAME_MAX_CHARS, type Track } from "@/core/timeline/types";
import { EditableText } from "@/ui/EditableText";
import { useFrames, useStore } from "@/ui/hooks";
import { Knob } from "@/ui/Knob";
import { Menu } from "@/ui/Menu";
import { Slider } from "@/ui/Slider";
import { useStudio } from "../studio";
import { SOUND_COLOURS, SOUND_WORDS } from "@/ui/soundColours";
import { useTimeline } from "./context";
import styles from "./trackHead.module.css";

interface TrackHeadProps {
  track: Track;
  index: number;
  count: number;
  heard: boolean;
  compact: boolean;
  onSettings(id: string): void;
}

export const TrackHead = memo(function TrackHead({ track, index, count, heard, compact, onSettings }: TrackHeadProps) {
  const { commands, view } = useTimeline();
  const chosen = useStore(view.trackId) === track.id;
  const { id, name, type, muted, soloed } = track;
  return (
    <div
      className={styles["head"]}
      role="group"
      aria-label={`Track ${index + 1}: ${name}`}
      data-chosen={chosen}
      data-heard={heard}
      data-compact={compact}
      style={{ "--tone": SOUND_COLOURS[type], "--kick": SOUND_COLOURS[type] } as CSSProperties}
      onPointerDown={() => { view.trackId.set(id); }}
      onFocus={() => { view.trackId.set(id); }}
    >
      <i className={styles["colour"]} title={SOUND_WORDS[type]} />
      <div className={styles["name"]}>
        {compact ? (
          <button type="button" className={styles["plainName"]} aria-label={`Settings of ${name}`} onClick={() => { onSettings(id); }}>
            {name}
          </button>
        ) : (
          <EditableText label="Name of the track" text={name} maxLength={NAME_MAX_CHARS} onSave={(next) => { commands.changeTrack(id, "Rename track", { name: next }); }} />
        )}
      </div>
      <div className={styles["menu"]}>
        <Menu
          small
          icon="more"
          label={`More for ${name}`}
          items={[
            { label: "Settings …", icon: "rack", onChoose: () => { onSettings(id); } },
            ...(index > 0 ? [{ label: "Move up", icon: "up" as const, onChoose: () => { commands.moveTrack(id, -1); } }] : []),
            ...(index < count - 1 ? [{ label: "Move down", icon: "down" as const, onChoose: () => { commands.moveTrack(id, 1); } }] : []),
            null,
            { label: "Delete track", icon: "trash", danger: true, onChoose: () => { commands.removeTrack(id); } },
          ]}
        />
      </div>
      <div className={styles["switches"]}>
        <button type="button" className={styles["mute"]} aria-pressed={muted} aria-label={`Mute ${name}`} title="Mute (M)" onClick={() => { commands.toggleTrack("muted", id); }}>
          M
        </button>
        <button type="button" className={styles["solo"]} aria-pressed={soloed} aria-label={`Solo ${name}`} title="Solo (O)" onClick={() => { commands.toggleTrack("soloed", id); }}>
          S
        </button>
      </div>
      {compact ? null : (
        <>
          <div className={styles["gain"]}>
            <TrackGain track={track} bare />
          </div>
          <div className={styles["pan"]}>
            <TrackPan track={track} />
          </div>
        </>
      )}
      <TrackMeter id={id} />
    </div>
  );
});

/** One drag is one step to undo. */
function useGrab() {
  const { desk } = useStudio();
  return { onGrab: () => { desk.store.beginGesture(); }, onRelease: () => { desk.store.endGesture(); } };
}

export function TrackGain({ track, bare = false }: { track: Track; bare?: boolean }) {
  const { commands } = useTimeline();
  const { onGrab, onRelease } = useGrab();
  return (
    <div onPointerDown={onGrab} onPointerUp={onRelease} onPointerCancel={onRelease}>
      <Slider
        bare={bare}
        label={`Gain of ${track.name}`}
        value={Math.round(gainPosition(track.gainDb) * 1000) / 1000}
        low={0}
        high={1}
        step={0.005}
        reset={gainPosition(0)}
        text={formatGain(track.gainDb)}
        onChange={(position) => { commands.changeTrack(track.id, "Track gain", { gainDb: gainAt(position) }, `gain ${track.id}`); }}
      />
    </div>
  );
}

export function TrackPan({ track }: { track: Track }) {
  const { commands } = useTimeline();
  const { onGrab, onRelease } = useGrab();
  const set = (pan: number, gesture: string | null) => { commands.changeTrack(track.id, "Pan", { pan }, gesture); };
  return (
    <Knob
      label={`Pan of ${track.name}`}
      short="Pan"
      hint="Left and right"
      home="the middle"
      low={-100}
      high={100}
      value={Math.round(track.pan * 100)}
      position={panPosition(track.pan)}
      start={0.5}
      text={formatPan(track.pan)}
      spoken={spokenPan(track.pan)}
      onTurn={(position) => { set(position === null ? 0 : panAt(position), `pan ${track.id}`); }}
      onStep={(way, fine) => { set(track.pan + way * (fine ? 0.01 : 0.05), `pan ${track.id}`); }}
      onType={(text) => {
        const typed = parsePan(text);
        if (typed.ok) set(typed.value, null);
        return typed;
      }}
      onGrab={onGrab}
      onRelease={onRelease}
    />
  );
}

const FLOOR_DB = -54;
const FALL_DB = 0.8; // a picture

function TrackMeter({ id }: { id: string }) {
  const { timelinePlayer } = useStudio();
  const [reader] = useState(() => new LiveReader());
  const status = useStore(timelinePlayer.status);
  const bar = useRef<HTMLDivElement>(null);
  const shown = useRef(FLOOR_DB);
  const draw = useCallback(() => {
    const analyser = timelinePlayer.analyserOf(id);
    const level_db = analyser ? toDb(reader.level(analyser).peak) : FLOOR_DB;
    const before = shown.current;
    shown.current = Math.max(level_db, before - FALL_DB, FLOOR_DB);
    if (shown.current !== before && bar.current) bar.current.style.clipPath = `inset(${Math.max(0, (shown.current / FLOOR_DB) * 100)}% 0 0 0)`;
  }, [timelinePlayer, reader, id]);
  useFrames(status === "playing", draw);
  useEffect(() => {
    if (status === "playing" || !bar.current) return;
    shown.current = FLOOR_DB;
    bar.current.style.clipPath = "inset(100% 0 0 0)";
  }, [status]);
  return (
    <div className={styles["meter"]} aria-hidden="true">
      <div ref={bar} className={styles["bar"]} />
    </div>
  );
}
