/** Choices in a form, each with a few words on what it does: one of several, or yes and no. */

import type { ReactNode } from "react";
import styles from "./choices.module.css";

interface Choice<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly words: ReactNode;
}

interface ChoicesProps<T extends string> {
  legend: string;
  name: string;
  choices: readonly Choice<T>[];
  chosen: T;
  disabled?: boolean;
  onChoose(value: T): void;
}

export function Choices<T extends string>({ legend, name, choices, chosen, disabled = false, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className={styles["choices"]} disabled={disabled}>
      <legend>{legend}</legend>
      {choices.map(({ value, title, words }) => (
        <label key={value} className={styles["choice"]}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => { onChoose(value); }} />
          <span>
            <b>{title}</b> <span>{words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CheckProps {
  title: string;
  words: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

export function Check({ title, words, checked, disabled = false, onChange }: CheckProps) {
  return (
    <label className={styles["choice"]}>
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => { onChange(event.target.checked); }} />
      <span>
        <b>{title}</b> <span>{words}</span>
      </span>
    </label>
  );
}
