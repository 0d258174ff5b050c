/** All words the studio knows, by what they change; choosing one adds it to the prompt. */

import { useState } from "react";
import { toggleWord, wordsOf, type KnownWord } from "@/core/kicks/suggest";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Chip } from "@/ui/parts";
import styles from "./maker.module.css";

interface WordsDialogProps {
  words: readonly KnownWord[];
  prompt: string;
  onChange(prompt: string): void;
  onClose(): void;
}

export function WordsDialog({ words, prompt, onChange, onClose }: WordsDialogProps) {
  const [search, setSearch] = useState("");
  const chosen = new Set(wordsOf(prompt));
  const looked = search.trim().toLowerCase();
  const groups = new Map<string, KnownWord[]>();
  for (const known of words) {
    const names = [known.word, ...known.synonyms];
    if (names.some((name) => name.toLowerCase().includes(looked))) groups.set(known.group, [...(groups.get(known.group) ?? []), known]);
  }
  return (
    <Dialog title="Words that shape a kick" onClose={onClose}>
      <Field
        label="Find a word, in English or German"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <div className={styles["wordGroups"]}>
        {[...groups].map(([group, members]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <div className={styles["chips"]}>
              {members.map(({ word, synonyms }) => (
                <Chip
                  key={word}
                  aria-pressed={chosen.has(word.toLowerCase())}
                  title={synonyms.length > 0 ? `Also: ${synonyms.join(", ")}` : undefined}
                  onClick={() => {
                    onChange(toggleWord(prompt, word));
                  }}
                >
                  {word}
                </Chip>
              ))}
            </div>
          </section>
        ))}
        {groups.size === 0 ? <p>No such word. You may type it all the same: the nearest one that is known is taken.</p> : null}
      </div>
      <DialogFoot>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
