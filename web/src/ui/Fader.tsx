/** A vertical fader with marks: the same hands as a knob. */

import { useRef, useState, type CSSProperties } from "react";
import styles from "./fader.module.css";
import { howTo, type TurnedProps } from "./Knob";
import { TypedInput } from "./TypedInput";
import { useTurning } from "./useTurning";

export interface FaderMark {
  /** 0 to 1. */
  readonly at: number;
  readonly text: string;
}

interface FaderProps extends TurnedProps {
  position: number;
  marks: readonly FaderMark[];
}

const TRAVEL_PX = 200;

export function Fader(props: FaderProps) {
  const { label, short, position, marks, low, high, value, text, spoken, keys, inputMode, travel_px = TRAVEL_PX, onTurn, onType } = props;
  const track = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const handlers = useTurning(track, {
    at: position,
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
    <div className={styles["fader"]}>
      <span className={styles["label"]} aria-hidden="true">
        {short ?? label}
      </span>
      <div
        ref={track}
        className={styles["track"]}
        style={{ "--at": position } as CSSProperties}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value ?? undefined}
        aria-valuetext={spoken}
        aria-keyshortcuts={keys?.join(" ")}
        title={howTo(props)}
        {...handlers}
      >
        <div className={styles["way"]} aria-hidden="true">
          <div className={styles["slot"]} />
          <div className={styles["filled"]} />
          {marks.map((mark) => (
            <span key={mark.text} className={styles["mark"]} style={{ bottom: `${mark.at * 100}%` }}>
              {mark.text}
            </span>
          ))}
          <div className={styles["cap"]} />
        </div>
        {keys ? (
          <span className={styles["keys"]} aria-hidden="true">
            <span>{keys[1]}</span>
            <span>{keys[0]}</span>
          </span>
        ) : null}
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
            if (back) track.current?.focus();
          }}
        />
      )}
    </div>
  );
}
