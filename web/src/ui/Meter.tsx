/** The level of what is sounding, in dB below full scale. */

import { useCallback, useRef } from "react";
import { formatDb, toDb } from "@/core/format";
import { useFrames } from "./hooks";
import styles from "./meter.module.css";

const FLOOR_DB = -48;
const FALL_DB = 0.9; // a picture: about 50 dB a second

export function Meter({ active, read }: { active: boolean; read(): number }) {
  const bar = useRef<HTMLDivElement>(null);
  const shown = useRef(FLOOR_DB);
  const draw = useCallback(() => {
    const level_db = toDb(read());
    shown.current = Math.max(level_db, shown.current - FALL_DB, FLOOR_DB);
    const element = bar.current;
    if (!element) return;
    element.style.clipPath = `inset(0 ${Math.max(0, (shown.current / FLOOR_DB) * 100)}% 0 0)`; // the colours stay where they are
    element.parentElement?.setAttribute("title", `Level ${formatDb(level_db)}`);
  }, [read]);
  useFrames(active, draw);
  return (
    <div className={styles["meter"]} aria-hidden="true">
      <div ref={bar} className={styles["bar"]} />
    </div>
  );
}
