/** One of a few, from the system's own list. */

import { useId, type SelectHTMLAttributes } from "react";
import styles from "./field.module.css";

interface SelectProps<T extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "onChange"> {
  value: T;
  values: readonly T[];
  wordOf(value: T): string;
  onChange(value: T): void;
}

export function Select<T extends string>({ value, values, wordOf, onChange, className, ...rest }: SelectProps<T>) {
  return (
    <select
      {...rest}
      className={[styles["input"], className].join(" ")}
      value={value}
      onChange={(event) => {
        const chosen = values[event.target.selectedIndex];
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {values.map((each) => (
        <option key={each} value={each}>
          {wordOf(each)}
        </option>
      ))}
    </select>
  );
}

/** With its label above, as a field in a form. */
export function SelectField<T extends string>({ label, ...rest }: SelectProps<T> & { label: string }) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <Select {...rest} id={id} />
    </div>
  );
}
