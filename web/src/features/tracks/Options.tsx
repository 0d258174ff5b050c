/** What may be fixed beside the words: kind of file, loop, length, tempo, key, seed. Left alone, the words decide. */

import { useState, type KeyboardEvent } from "react";
import { FORMATS, type Mistakes, type TrackFormat, type TrackRecipe } from "@/core/tracks/recipe";
import { Field } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Chip } from "@/ui/parts";
import { Select } from "@/ui/Select";
import { SeedField } from "../SeedField";
import styles from "./prompt.module.css";

const FORMAT_WORDS: Record<TrackFormat, string> = { mp3: "MP3, small", wav: "WAV, 24 bit", flac: "FLAC, lossless", m4a: "M4A (AAC)" };

const TYPED = [
  { name: "length", label: "Length", placeholder: "auto", hint: "as in 30 or 1:30" },
  { name: "tempo", label: "Tempo", placeholder: "auto", hint: "BPM" },
  { name: "key", label: "Key", placeholder: "auto", hint: "as in F# minor" },
] as const;

interface OptionsProps {
  recipe: TrackRecipe;
  mistakes: Mistakes;
  lastSeed: number | null;
  onChange(change: (recipe: TrackRecipe) => TrackRecipe): void;
  onEnter(): void;
}

export function Options({ recipe, mistakes, lastSeed, onChange, onEnter }: OptionsProps) {
  const fixed = TYPED.filter(({ name }) => recipe[name] !== "").length + (recipe.seed === null ? 0 : 1);
  const wrong = mistakes.length ?? mistakes.tempo ?? mistakes.key ?? mistakes.seed;
  const [asked, setAsked] = useState(fixed > 0);
  const open = asked || wrong !== undefined;
  const enter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.repeat && !event.nativeEvent.isComposing && event.target instanceof HTMLInputElement) onEnter();
  };
  return (
    <div className={styles["options"]} onKeyDown={enter}>
      <div className={styles["row"]}>
        <Select
          className={styles["format"]}
          aria-label="File format"
          value={recipe.format}
          values={FORMATS}
          wordOf={(format) => FORMAT_WORDS[format]}
          onChange={(format) => { onChange((old) => ({ ...old, format })); }}
        />
        <Chip aria-pressed={recipe.looping} title="Whole bars, and the end goes over into the beginning" onClick={() => { onChange((old) => ({ ...old, looping: !old.looping })); }}>
          Loop
        </Chip>
        <button type="button" className={styles["disclosure"]} aria-expanded={open} onClick={() => { setAsked(!open); }}>
          More
          {fixed > 0 ? <span className={styles["aside"]}>{`${fixed} set`}</span> : null}
          <Icon name="chevron" size={18} />
        </button>
      </div>
      {open ? (
        <>
          <div className={styles["typed"]}>
            {TYPED.map(({ name, label, placeholder, hint }) => (
              <Field
                key={name}
                label={label}
                placeholder={placeholder}
                hint={hint}
                error={mistakes[name]}
                autoComplete="off"
                spellCheck={false}
                maxLength={32}
                value={recipe[name]}
                onChange={(event) => { onChange((old) => ({ ...old, [name]: event.target.value })); }}
              />
            ))}
          </div>
          <SeedField seed={recipe.seed} last={lastSeed} onChange={(seed) => { onChange((old) => ({ ...old, seed })); }} />
        </>
      ) : null}
    </div>
  );
}
