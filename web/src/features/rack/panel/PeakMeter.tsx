/** How high a layer peaks: a bar that falls slowly, and a line where the last peak was. */

import { useRef } from "react";
import type { RackLevels } from "@/audio/rack/types";
import { toDb } from "@/core/format";
import { clamp } from "@/lib/numbers";
import { useFrame } from "./frames";
import styles from "./meters.module.css";

type Peaks = "kick" | "noise" | "reverb" | "master";

const FLOOR_DB = -60;
const FALL_DB_PER_S = 36;
const HOLD_MS = 1_500;
const MARKS_DB = [0, -6, -12, -24, -36, -48];

/** 0 at the bottom, 1 at full scale. */
const height = (level_db: number): number => clamp(1 - level_db / FLOOR_DB, 0, 1);

export function PeakMeter({ of, marked = false }: { of: keyof RackLevels & Peaks; marked?: boolean }) {
  const bar = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const shown = useRef({ level_db: FLOOR_DB, held_db: FLOOR_DB, held_ms: 0, now_ms: 0 });
  useFrame(({ levels, now_ms }) => {
    const state = shown.current;
    const fallen_db = (FALL_DB_PER_S * Math.min(200, now_ms - state.now_ms)) / 1000;
    const level_db = toDb(levels[of]);
    state.now_ms = now_ms;
    state.level_db = Math.max(level_db, state.level_db - fallen_db, FLOOR_DB);
    if (level_db >= state.held_db || now_ms - state.held_ms > HOLD_MS) {
      state.held_db = Math.max(level_db, state.level_db);
      state.held_ms = now_ms;
    }
    if (bar.current) bar.current.style.clipPath = `inset(${(1 - height(state.level_db)) * 100}% 0 0 0)`;
    if (line.current) line.current.style.bottom = `${height(state.held_db) * 100}%`;
    line.current?.toggleAttribute("hidden", state.held_db <= FLOOR_DB);
  });
  return (
    <div className={styles["meter"]} aria-hidden="true" title={`Peak of the ${of}`}>
      <div className={styles["trough"]}>
        <div ref={bar} className={styles["bar"]} />
        <div ref={line} className={styles["hold"]} hidden />
      </div>
      {marked
        ? MARKS_DB.map((level_db) => (
            <span key={level_db} className={styles["mark"]} style={{ bottom: `${height(level_db) * 100}%` }}>
              {String(level_db).replace("-", "−")}
            </span>
          ))
        : null}
    </div>
  );
}
