/** How a track is built: its sections as blocks over the waveform, their chords, and bars and minutes. */

import type { CSSProperties } from "react";
import type { Track } from "@/core/api/types";
import { formatClock_s } from "@/core/format";
import { barAt, progressionOf, type Composition, type Section } from "@/core/tracks/details";
import styles from "./arrangement.module.css";
import { TrackWave } from "./TrackWave";
import { useTrackActions } from "./useTrackActions";

const BEATS_PER_BAR = 4;
const MARKS_MOST = 9;
const MARK_STEPS_S = [1, 2, 5, 10, 15, 30, 60];

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

const titleOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);

export function Arrangement({ track, composition }: { track: Track; composition: Composition }) {
  const { sections } = composition;
  return (
    <div className={styles["arrangement"]} data-sound="main">
      <Blocks track={track} sections={sections} />
      <div className={styles["wave"]}>
        <TrackWave track={track} />
      </div>
      <Ruler track={track} />
      <ol className={styles["progressions"]} aria-label="Sections and chords">
        {sections.map((section) => (
          <Progression key={section.start_s} section={section} composition={composition} bpm={track.bpm} />
        ))}
      </ol>
    </div>
  );
}

function Blocks({ track, sections }: { track: Track; sections: readonly Section[] }) {
  const actions = useTrackActions();
  return (
    <div className={styles["blocks"]} role="group" aria-label="Sections">
      {sections.map((section) => {
        const { kind, start_s, duration_s, energy } = section;
        const bars = Math.max(1, Math.round((duration_s * track.bpm) / 60 / BEATS_PER_BAR));
        const what = `${titleOf(kind)}, ${formatClock_s(start_s)}, bar ${barAt(start_s, track.bpm, BEATS_PER_BAR)}, ${bars} ${bars === 1 ? "bar" : "bars"}`;
        return (
          <button
            key={start_s}
            type="button"
            className={styles["block"]}
            data-section={kind}
            style={{ left: percent(start_s, track.durationS), width: percent(duration_s, track.durationS), "--energy": energy } as CSSProperties}
            title={what}
            aria-label={`Play from ${what}`}
            onClick={() => { actions.playFrom(track, start_s); }}
          >
            <span>{titleOf(kind)}</span>
          </button>
        );
      })}
    </div>
  );
}

function Ruler({ track: { durationS, bpm } }: { track: Track }) {
  const step_s = MARK_STEPS_S.find((step) => durationS / step <= MARKS_MOST) ?? 60;
  const marks = Array.from({ length: Math.ceil(durationS / step_s) }, (_, index) => index * step_s);
  return (
    <div className={[styles["ruler"], "tabular"].join(" ")} aria-hidden="true">
      {marks.map((at_s) => (
        <span key={at_s} style={{ left: percent(at_s, durationS) }} title={`Bar ${barAt(at_s, bpm, BEATS_PER_BAR)}`}>
          {formatClock_s(at_s)}
        </span>
      ))}
    </div>
  );
}

function Progression({ section, composition, bpm }: { section: Section; composition: Composition; bpm: number }) {
  const { names, times, more } = progressionOf(composition.chords, section);
  return (
    <li className={styles["progression"]}>
      <b data-section={section.kind}>{titleOf(section.kind)}</b>
      <span className="tabular">
        {formatClock_s(section.start_s)} · bar {barAt(section.start_s, bpm, BEATS_PER_BAR)}
      </span>
      <span className={styles["chords"]}>
        {names.length === 0 ? "no chords" : `${names.join("  ")}${more ? " …" : ""}${times > 1 ? `  ×${times}` : ""}`}
      </span>
    </li>
  );
}
