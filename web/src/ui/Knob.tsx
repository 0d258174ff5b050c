/** A knob: drag up and down (Shift: fine), wheel when focused, arrow keys, type a value, double-click resets. */

import { useRef, useState } from "react";
import styles from "./knob.module.css";
import { TypedInput, type TypedValue } from "./TypedInput";
import { useTurning } from "./useTurning";

export type { TypedValue };

/** What a knob and a fader are told alike. */
export interface TurnedProps {
  label: string;
  /** What is written beside it, where the label says more than there is room for. */
  short?: string;
  hint: string;
  low: number;
  high: number;
  value: number | null;
  text: string;
  spoken: string;
  /** Where a double-click goes, in words. */
  home?: string;
  /** Hot-keys for less and more. */
  keys?: readonly [less: string, more: string];
  inputMode?: "decimal" | "text";
  travel_px?: number;
  /** null: back to where it was at first. */
  onTurn(position: number | null): void;
  onType(text: string): TypedValue;
  onStep?: (way: -1 | 1, fine: boolean) => void;
  onGrab?: () => void;
  onRelease?: () => void;
  leavesEnter?: boolean;
}

interface KnobProps extends TurnedProps {
  /** 0 to 1, or null for auto. */
  position: number | null;
  /** Where turning starts from auto. */
  start: number;
}

const TRAVEL_PX = 180;
const SWEEP = 270;

export const howTo = ({ hint, home = "auto", keys }: Pick<TurnedProps, "hint" | "home" | "keys">): string =>
  `${hint}. Drag up or down, Shift for fine; double-click for ${home}.${keys ? ` Keys: ${keys[0]} and ${keys[1]}.` : ""}`;

export function Knob(props: KnobProps) {
  const { label, short, position, start, low, high, value, text, spoken, keys, inputMode, travel_px = TRAVEL_PX, onTurn, onType } = props;
  const dial = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const at = position ?? start;
  const handlers = useTurning(dial, {
    at,
    travel_px,
    onTurn,
    onStep: props.onStep,
    onReset: () => { onTurn(null); },
    onType: setTyping,
    onGrab: props.onGrab,
    onRelease: props.onRelease,
    leavesEnter: props.leavesEnter,
  });
  return (
    <div className={[styles["knob"], position === null ? styles["auto"] : ""].join(" ")}>
      <span className={styles["label"]} aria-hidden="true">
        {short ?? label}
      </span>
      <div
        ref={dial}
        className={styles["dial"]}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value ?? undefined}
        aria-valuetext={spoken}
        aria-keyshortcuts={keys?.join(" ")}
        title={howTo(props)}
        {...handlers}
      >
        <Dial at={at} auto={position === null} />
        {keys ? <KeyHints keys={keys} /> : null}
      </div>
      {typing === null ? (
        <button type="button" className={styles["value"]} tabIndex={-1} onClick={() => { setTyping(""); }} aria-label={`${label}: ${text}. Type a value`}>
          {text}
        </button>
      ) : (
        <TypedInput
          label={label}
          first={typing}
          placeholder={text}
          {...(inputMode ? { inputMode } : {})}
          onType={onType}
          onDone={(back) => {
            setTyping(null);
            if (back) dial.current?.focus();
          }}
        />
      )}
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
