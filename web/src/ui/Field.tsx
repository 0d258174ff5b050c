/** A text field with its label, hint and error. */

import { useId, type InputHTMLAttributes, type Ref } from "react";
import styles from "./field.module.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "id"> {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

export const inputClass = styles["input"] ?? "";

export function Field({ label, bare = false, hint, error, ...rest }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={bare ? "visually-hidden" : styles["label"]}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={styles["input"]}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note ? (
        <span id={`${id}-note`} className={error ? styles["error"] : styles["hint"]} role={error ? "alert" : undefined}>
          {note}
        </span>
      ) : null}
    </div>
  );
}
