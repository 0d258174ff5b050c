/** The field that opens where a value stands when somebody types one: Enter takes it, Esc leaves it, so does an empty field. */

import { useRef, useState } from "react";
import styles from "./typedInput.module.css";

export type TypedValue = { ok: true; value: number | null } | { ok: false; message: string };

interface TypedInputProps {
  label: string;
  first: string;
  placeholder: string;
  /** The keyboard that phones show. */
  inputMode?: "decimal" | "text";
  large?: boolean;
  onType(text: string): TypedValue;
  /** `back`: the focus goes back to what is turned. */
  onDone(back: boolean): void;
}

export function TypedInput({ label, first, placeholder, inputMode = "text", large = false, onType, onDone }: TypedInputProps) {
  const [text, setText] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const settled = useRef(false); // giving the focus back blurs the field, which must not count as a second entry
  const done = (back: boolean) => {
    if (settled.current) return;
    settled.current = true;
    onDone(back);
  };
  return (
    <span className={styles["typed"]}>
      <input
        className={[styles["input"], large ? styles["large"] : ""].join(" ")}
        aria-label={`${label}, value`}
        aria-invalid={error !== null}
        autoFocus
        autoComplete="off"
        enterKeyHint="done"
        inputMode={inputMode}
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") done(true);
          if (event.key !== "Enter") return;
          event.preventDefault();
          const typed = text.trim() === "" ? ({ ok: true, value: null } as const) : onType(text);
          if (typed.ok) done(true);
          else setError(typed.message);
        }}
        onBlur={() => {
          if (!settled.current && text.trim() !== "") onType(text);
          done(false);
        }}
      />
      {error ? (
        <span role="alert" className={styles["error"]}>
          {error}
        </span>
      ) : null}
    </span>
  );
}
