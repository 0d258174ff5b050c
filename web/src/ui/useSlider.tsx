/** What a knob and a fader have in common: the slider that hands and screen readers find, and the value that can be typed. */

import { useState, type HTMLAttributes, type ReactNode, type RefObject } from "react";
import { TypedInput, type TypedValue } from "./TypedInput";
import styles from "./typedInput.module.css";
import { useTurning } from "./useTurning";

/** What everything that is turned is told alike. */
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

export const howTo = ({ hint, home = "auto", keys }: Pick<TurnedProps, "hint" | "home" | "keys">): string =>
  `${hint}. Drag up or down, Shift for fine; double-click for ${home}.${keys ? ` Keys: ${keys[0]} and ${keys[1]}.` : ""}`;

interface Slider {
  /** For the element that is turned. */
  readonly slider: HTMLAttributes<HTMLElement>;
  /** The value as it stands, or the field in which it is typed. */
  readonly field: ReactNode;
}

/** `at`: 0 to 1, where turning starts. */
export function useSlider(element: RefObject<HTMLElement | null>, at: number, travel_px: number, props: TurnedProps): Slider {
  const { label, low, high, value, text, spoken, keys, inputMode, onTurn, onType } = props;
  const [typing, setTyping] = useState<string | null>(null);
  const handlers = useTurning(element, {
    at,
    travel_px: props.travel_px ?? travel_px,
    onTurn,
    onStep: props.onStep,
    onReset: () => { onTurn(null); },
    onType: setTyping,
    onGrab: props.onGrab,
    onRelease: props.onRelease,
    leavesEnter: props.leavesEnter,
  });
  const slider = {
    role: "slider",
    tabIndex: 0,
    "aria-label": label,
    "aria-valuemin": low,
    "aria-valuemax": high,
    "aria-valuenow": value ?? undefined,
    "aria-valuetext": spoken,
    "aria-keyshortcuts": keys?.join(" "),
    title: howTo(props),
    ...handlers,
  };
  const field =
    typing === null ? (
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
          if (back) element.current?.focus();
        }}
      />
    );
  return { slider, field };
}
