/** A text that turns into a field: double-click, the pencil or F2; Enter keeps it, Esc leaves it as it was. */

import { useState } from "react";
import { IconButton } from "./Button";
import styles from "./editableText.module.css";

interface EditableTextProps {
  label: string;
  text: string;
  maxLength: number;
  large?: boolean;
  onSave(text: string): void;
}

export function EditableText({ label, text, maxLength, large = false, onSave }: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const size = large ? styles["large"] : "";
  if (draft === null) {
    return (
      <span className={[styles["row"], size].join(" ")}>
        <span
          className={styles["text"]}
          title={text}
          onDoubleClick={() => {
            setDraft(text);
          }}
        >
          {text}
        </span>
        <IconButton
          small
          icon="pencil"
          label={`Rename ${text}`}
          onClick={() => {
            setDraft(text);
          }}
        />
      </span>
    );
  }
  const save = () => {
    const trimmed = draft.trim();
    setDraft(null);
    if (trimmed !== "" && trimmed !== text) onSave(trimmed);
  };
  return (
    <input
      className={[styles["input"], size].join(" ")}
      aria-label={label}
      autoFocus
      maxLength={maxLength}
      value={draft}
      onFocus={(event) => {
        event.target.select();
      }}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}
