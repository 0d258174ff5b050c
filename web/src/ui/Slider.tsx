/** A horizontal slider on the browser's own range input, so that keys, touch and screen readers work as usual. */

import { useId, type CSSProperties } from "react";
import styles from "./slider.module.css";

interface SliderProps {
  label: string;
  bare?: boolean;
  value: number;
  low: number;
  high: number;
  step: number;
  text: string;
  onChange(value: number): void;
  /** Where a double-click goes back to. */
  reset?: number;
}

export function Slider({ label, bare = false, value, low, high, step, text, onChange, reset }: SliderProps) {
  const id = useId();
  const filled = { "--filled": `${((value - low) / (high - low)) * 100}%` } as CSSProperties;
  return (
    <div className={styles["slider"]}>
      <div className={bare ? "visually-hidden" : styles["head"]}>
        <label htmlFor={id}>{label}</label>
        <span className={styles["value"]}>{text}</span>
      </div>
      <input
        id={id}
        type="range"
        className={styles["range"]}
        style={filled}
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={text}
        title={bare ? `${label}: ${text}` : undefined}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
        onDoubleClick={() => {
          if (reset !== undefined) onChange(reset);
        }}
      />
    </div>
  );
}
