/** The seed: the same number makes the same sound; unlocked, every sound gets a new one. */

import { useState } from "react";
import { drawSeed, SEED_MAX, seedOf } from "@/core/seed";
import { IconButton } from "@/ui/Button";
import { Field } from "@/ui/Field";
import styles from "./seed.module.css";

interface SeedFieldProps {
  seed: number | null;
  /** The one that the last sound got, to lock on to. */
  last: number | null;
  onChange(seed: number | null): void;
}

export function SeedField({ seed, last, onChange }: SeedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && draft.trim() !== "" && seedOf(draft) === null;
  return (
    <div className={styles["seed"]}>
      <Field
        label="Seed"
        inputMode="numeric"
        placeholder="new every time"
        value={draft ?? (seed === null ? "" : String(seed))}
        error={wrong ? `A whole number up to ${SEED_MAX}.` : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setDraft(text);
          if (text.trim() === "") onChange(null);
          const parsed = seedOf(text);
          if (parsed !== null) onChange(parsed);
        }}
        onBlur={() => {
          setDraft(null);
        }}
      />
      <IconButton
        icon={seed === null ? "unlock" : "lock"}
        label={seed === null ? "Keep one seed" : "New seed every time"}
        on={seed !== null}
        aria-pressed={seed !== null}
        onClick={() => {
          onChange(seed === null ? (last ?? drawSeed(Math.random)) : null);
        }}
      />
      <IconButton
        icon="dice"
        label="Roll a seed"
        onClick={() => {
          onChange(drawSeed(Math.random));
        }}
      />
    </div>
  );
}
