/** Figures about what leaves the rack: loudness, the highest peak so far, and whether it went over full scale. */

import { useRef, type RefObject } from "react";
import { formatDb, toDb } from "@/core/format";
import { useFrame } from "./frames";
import styles from "./meters.module.css";

const EVERY_MS = 200; // figures that change faster cannot be read
const FULL_SCALE = 1;

const figure = (lufs: number | null): string => (lufs === null ? "–" : lufs.toFixed(1).replace("-", "−"));

export function Loudness() {
  const momentary = useRef<HTMLElement>(null);
  const shortTerm = useRef<HTMLElement>(null);
  const peak = useRef<HTMLElement>(null);
  const clip = useRef<HTMLButtonElement>(null);
  const highest = useRef(0);
  const written_ms = useRef(0);
  const write = (place: RefObject<HTMLElement | null>, text: string) => {
    if (place.current && place.current.textContent !== text) place.current.textContent = text;
  };
  useFrame(({ levels, now_ms }) => {
    highest.current = Math.max(highest.current, levels.master);
    if (levels.master > FULL_SCALE) clip.current?.setAttribute("data-on", "true");
    if (now_ms - written_ms.current < EVERY_MS) return;
    written_ms.current = now_ms;
    write(momentary, figure(levels.momentary_lufs));
    write(shortTerm, figure(levels.shortTerm_lufs));
    write(peak, highest.current === 0 ? "–" : formatDb(toDb(highest.current)).replace(" dB", ""));
  });
  const reset = () => {
    highest.current = 0;
    clip.current?.setAttribute("data-on", "false");
    write(peak, "–");
  };
  return (
    <div className={styles["figures"]}>
      <Figure title="Loudness of the last 0.4 s, in LUFS" name="LUFS M" place={momentary} />
      <Figure title="Loudness of the last 3 s, in LUFS" name="LUFS S" place={shortTerm} />
      <Figure title="The highest peak so far, in dB below full scale" name="Peak dB" place={peak} />
      <button ref={clip} type="button" data-switch className={styles["clip"]} title="Lights up when the sound goes over full scale; press to reset it and the peak" onClick={reset}>
        Clip
      </button>
    </div>
  );
}

function Figure({ title, name, place }: { title: string; name: string; place: RefObject<HTMLElement | null> }) {
  return (
    <div className={styles["figure"]} title={title}>
      <span>{name}</span>
      <b ref={place}>–</b>
    </div>
  );
}
