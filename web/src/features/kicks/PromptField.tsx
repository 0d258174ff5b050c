/** The prompt with word suggestions. They help and never stand in the way: Enter makes a kick unless a suggestion is chosen. */

import { useId, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { PROMPT_MAX_CHARS } from "@/core/kicks/recipe";
import { complete, suggest, type KnownWord, type Suggestion } from "@/core/kicks/suggest";
import { inputClass } from "@/ui/Field";
import styles from "./prompt.module.css";

interface PromptFieldProps {
  prompt: string;
  words: readonly KnownWord[];
  onChange(prompt: string): void;
  onEnter(): void;
  ref?: Ref<HTMLInputElement>;
}

export function PromptField({ prompt, words, onChange, onEnter, ref }: PromptFieldProps) {
  const id = useId();
  const own = useRef<HTMLInputElement | null>(null);
  const [caret, setCaret] = useState(prompt.length);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const found = open ? suggest(words, prompt, caret) : [];
  const active = chosen >= 0 && chosen < found.length ? chosen : -1;

  const accept = (suggestion: Suggestion) => {
    const next = complete(prompt, caret, suggestion.word);
    onChange(next.prompt);
    setCaret(next.caret);
    setChosen(-1);
    requestAnimationFrame(() => own.current?.setSelectionRange(next.caret, next.caret));
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const suggestion = found[active];
    if (event.key === "ArrowDown" && found.length > 0) setChosen((active + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length > 0) setChosen(active <= 0 ? found.length - 1 : active - 1);
    else if (event.key === "Tab" && suggestion && !event.shiftKey) accept(suggestion);
    else if (event.key === "Escape" && found.length > 0) setOpen(false);
    else if (event.key === "Enter") {
      if (suggestion) accept(suggestion);
      else {
        setOpen(false);
        onEnter();
      }
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles["prompt"]}>
      <label htmlFor={id} className={styles["label"]}>
        Describe a kick
      </label>
      <input
        id={id}
        ref={(element) => {
          own.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
        className={[inputClass, styles["input"]].join(" ")}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={PROMPT_MAX_CHARS}
        placeholder="deep punchy house"
        value={prompt}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart ?? event.target.value.length);
          setOpen(true);
          setChosen(-1);
        }}
        onSelect={(event) => {
          setCaret(event.currentTarget.selectionStart ?? 0);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={key}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Words that fit" className={styles["list"]} hidden={found.length === 0}>
        {found.map((suggestion, index) => (
          <li
            key={suggestion.word}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles["option"]}
            onPointerDown={(event) => {
              event.preventDefault(); // the field keeps the focus
              accept(suggestion);
            }}
          >
            <span>{suggestion.word}</span>
            <span className={styles["group"]}>{suggestion.via ? `= ${suggestion.via}` : suggestion.group}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
