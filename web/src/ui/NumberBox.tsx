/** A whole number that can be dragged, rolled, stepped and typed. */

import { useRef, useState } from "react";
import { clamp } from "@/lib/numbers";
import styles from "./numberBox.module.css";
import { TypedInput } from "./TypedInput";
import { howTo, type TurnedProps } from "./useSlider";
import { useTurning } from "./useTurning";

interface NumberBoxProps extends Omit<TurnedProps, "value" | "onTurn" | "onStep"> {
  value: number;
  /** null: back to where it was at first. */
  onChange(value: number | null): void;
}

const PX_A_NUMBER = 2;

export function NumberBox(props: NumberBoxProps) {
  const { label, short, low, high, value, text, spoken, keys, onChange, onType } = props;
  const box = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const step = (by: number) => {
    onChange(clamp(value + by, low, high));
  };
  const handlers = useTurning(box, {
    at: (value - low) / (high - low),
    travel_px: (high - low) * PX_A_NUMBER,
    onTurn: (position) => { onChange(Math.round(low + position * (high - low))); },
    onStep: step,
    onReset: () => { onChange(null); },
    onType: setTyping,
    onTap: () => { setTyping(""); },
    onGrab: props.onGrab,
    onRelease: props.onRelease,
    leavesEnter: props.leavesEnter,
  });
  return (
    <div className={styles["group"]}>
      <button type="button" tabIndex={-1} className={styles["step"]} title={`Less (${keys?.[0] ?? "↓"})`} aria-label={`${label}: less`} onClick={() => { step(-1); }}>
        −
      </button>
      <div className={styles["place"]}>
        <div
          ref={box}
          className={styles["box"]}
          role="spinbutton"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={low}
          aria-valuemax={high}
          aria-valuenow={value}
          aria-valuetext={spoken}
          aria-keyshortcuts={keys?.join(" ")}
          title={howTo(props)}
          {...handlers}
        >
          <span className={styles["number"]}>{text}</span>
          <span className={styles["unit"]} aria-hidden="true">
            {short ?? label}
          </span>
        </div>
        {typing === null ? null : (
          <div className={styles["over"]}>
            <TypedInput
              large
              label={label}
              first={typing}
              placeholder={text}
              inputMode="decimal"
              onType={onType}
              onDone={(back) => {
                setTyping(null);
                if (back) box.current?.focus();
              }}
            />
          </div>
        )}
      </div>
      <button type="button" tabIndex={-1} className={styles["step"]} title={`More (${keys?.[1] ?? "↑"})`} aria-label={`${label}: more`} onClick={() => { step(1); }}>
        +
      </button>
    </div>
  );
}
