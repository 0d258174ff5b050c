/** A knob: drag up and down (Shift: fine), wheel when focused, arrow keys, type a value, double-click resets. */

import { useRef } from "react";
import styles from "./knob.module.css";
import { useSlider, type TurnedProps } from "./useSlider";

interface KnobProps extends TurnedProps {
  /** 0 to 1, or null for auto. */
  position: number | null;
  /** Where turning starts from auto. */
  start: number;
}

const TRAVEL_PX = 180;
const SWEEP = 270;

export function Knob(props: KnobProps) {
  const { label, short, position, start, keys } = props;
  const dial = useRef<HTMLDivElement>(null);
  const at = position ?? start;
  const { slider, field } = useSlider(dial, at, TRAVEL_PX, props);
  return (
    <div className={[styles["knob"], position === null ? styles["auto"] : ""].join(" ")}>
      <span className={styles["label"]} aria-hidden="true">
        {short ?? label}
      </span>
      <div ref={dial} className={styles["dial"]} {...slider}>
        <Dial at={at} auto={position === null} />
        {keys ? <KeyHints keys={keys} /> : null}
      </div>
      {field}
    </div>
  );
}

/** The hot-keys where the way begins and ends; the tooltip has them too. */
function KeyHints({ keys: [less, more] }: { keys: readonly [string, string] }) {
  const look = (key: string, side: string | undefined) => [styles["key"], side, /\w/.test(key) ? "" : styles["sign"]].join(" ");
  return (
    <>
      <span className={look(less, styles["less"])} aria-hidden="true">
        {less}
      </span>
      <span className={look(more, styles["more"])} aria-hidden="true">
        {more}
      </span>
    </>
  );
}

function Dial({ at, auto }: { at: number; auto: boolean }) {
  const angle = -SWEEP / 2 + SWEEP * at;
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <path className={styles["track"]} d={arc(-SWEEP / 2, SWEEP / 2)} />
      {auto || at <= 0.001 ? null : <path className={styles["arc"]} d={arc(-SWEEP / 2, angle)} />}
      <circle className={styles["cap"]} cx="32" cy="32" r="20" />
      <line className={styles["pointer"]} x1="32" y1="16" x2="32" y2="23" transform={`rotate(${angle} 32 32)`} />
    </svg>
  );
}

function arc(from_deg: number, to_deg: number): string {
  const point = (degrees: number) => {
    const radians = ((degrees - 90) * Math.PI) / 180;
    return `${(32 + 27 * Math.cos(radians)).toFixed(2)} ${(32 + 27 * Math.sin(radians)).toFixed(2)}`;
  };
  return `M${point(from_deg)}A27 27 0 ${to_deg - from_deg > 180 ? 1 : 0} 1 ${point(to_deg)}`;
}
