/** A knob: drag up and down (Shift: fine), wheel when focused, arrow keys, type a value, double-click resets to auto. */

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { clamp } from "@/lib/numbers";
import styles from "./knob.module.css";

export type TypedValue = { ok: true; value: number | null } | { ok: false; message: string };

interface KnobProps {
  label: string;
  hint: string;
  /** 0 to 1, or null for auto. */
  position: number | null;
  /** Where turning starts from auto. */
  start: number;
  low: number;
  high: number;
  value: number | null;
  text: string;
  spoken: string;
  onTurn(position: number | null): void;
  onType(text: string): TypedValue;
}

const DRAG_PX = 180; // for the whole range
const FINE = 0.125;
const STEP = 0.01;
const SWEEP = 270;

export function Knob({ label, hint, position, start, low, high, value, text, spoken, onTurn, onType }: KnobProps) {
  const dial = useRef<HTMLDivElement>(null);
  const drag = useRef<{ y: number; at: number } | null>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const at = position ?? start;
  const turn = (step: number) => {
    onTurn(clamp(at + step, 0, 1));
  };

  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const element = dial.current;
    const wheel = (event: WheelEvent) => {
      if (document.activeElement !== element) return; // scrolling the page must not turn knobs
      event.preventDefault();
      latest.current((event.deltaY < 0 ? STEP : -STEP) * (event.shiftKey ? FINE : 1));
    };
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element?.removeEventListener("wheel", wheel);
    };
  }, []);

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    drag.current = { y: event.clientY, at };
  };
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    const way = (drag.current.y - event.clientY) / DRAG_PX;
    if (way === 0) return;
    const next = clamp(drag.current.at + way * (event.shiftKey ? FINE : 1), 0, 1);
    drag.current = { y: event.clientY, at: next };
    onTurn(next);
  };
  const key = (event: KeyboardEvent) => {
    const fine = event.shiftKey ? 0.1 : 1;
    const moves: Record<string, () => void> = {
      ArrowUp: () => { turn(STEP * fine); },
      ArrowRight: () => { turn(STEP * fine); },
      ArrowDown: () => { turn(-STEP * fine); },
      ArrowLeft: () => { turn(-STEP * fine); },
      PageUp: () => { turn(0.1); },
      PageDown: () => { turn(-0.1); },
      Home: () => { onTurn(0); },
      End: () => { onTurn(1); },
      Delete: () => { onTurn(null); },
      Backspace: () => { onTurn(null); },
      Enter: () => { setTyping(""); },
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[\d.]$/.test(event.key)) setTyping(event.key);
    else if (moves[event.key]) moves[event.key]?.();
    else return;
    event.preventDefault();
  };

  return (
    <div className={[styles["knob"], position === null ? styles["auto"] : ""].join(" ")}>
      <span className={styles["label"]} aria-hidden="true">
        {label}
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
        title={`${hint}. Drag up or down, Shift for fine; double-click for auto.`}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={() => { drag.current = null; }}
        onPointerCancel={() => { drag.current = null; }}
        onDoubleClick={() => { onTurn(null); }}
        onKeyDown={key}
      >
        <Dial at={at} auto={position === null} />
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

function Dial({ at, auto }: { at: number; auto: boolean }) {
  const angle = -SWEEP / 2 + SWEEP * at;
  return (
    <svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
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

interface TypedInputProps {
  label: string;
  first: string;
  placeholder: string;
  onType(text: string): TypedValue;
  onDone(back: boolean): void;
}

function TypedInput({ label, first, placeholder, onType, onDone }: TypedInputProps) {
  const [text, setText] = useState(first);
  const [error, setError] = useState<string | null>(null);
  return (
    <>
      <input
        className={styles["input"]}
        aria-label={`${label}, value`}
        aria-invalid={error !== null}
        autoFocus
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(true);
          if (event.key !== "Enter") return;
          event.preventDefault();
          const typed = text.trim() === "" ? ({ ok: true, value: null } as const) : onType(text);
          if (typed.ok) onDone(true);
          else setError(typed.message);
        }}
        onBlur={() => {
          if (text.trim() !== "") onType(text);
          onDone(false);
        }}
      />
      {error ? (
        <span role="alert" className={styles["error"]}>
          {error}
        </span>
      ) : null}
    </>
  );
}
