/** Where a track begins: words, a few choices, the button, and what is happening. */

import { useId, useRef } from "react";
import { EXAMPLES } from "@/core/tracks/genres";
import { PROMPT_MAX_CHARS } from "@/core/tracks/recipe";
import { inputClass } from "@/ui/Field";
import { useSlashKey } from "@/ui/useSlashKey";
import { OrderFailure } from "../failures";
import { MakeButton, MakerFrame, PromptsToTry } from "../makerParts";
import { Made } from "./Made";
import { Options } from "./Options";
import styles from "./prompt.module.css";
import { Running } from "./Running";
import type { TrackMaker } from "./useTrackMaker";

const EXAMPLES_SHOWN = 4;

interface PromptPanelProps {
  maker: TrackMaker;
  /** Shows a track where it stands in the catalog. */
  onShow(id: string): void;
}

export function PromptPanel({ maker, onShow }: PromptPanelProps) {
  const { recipe, setRecipe, make, mistakes, failure, clearFailure } = maker;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useSlashKey(field);
  const setPrompt = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
  };
  const go = () => {
    make(recipe);
    if (recipe.prompt.trim() === "") field.current?.focus();
  };
  return (
    <MakerFrame label="Make a track">
      <div className={styles["prompt"]}>
        <label htmlFor={id} className={styles["label"]}>
          Describe a track
        </label>
        <textarea
          id={id}
          ref={field}
          className={[inputClass, styles["input"]].join(" ")}
          rows={3}
          maxLength={PROMPT_MAX_CHARS}
          placeholder="Genre, mood, instruments, length, tempo, key – in English or German"
          enterKeyHint="go"
          autoCapitalize="none"
          aria-invalid={mistakes.prompt ? true : undefined}
          aria-describedby={mistakes.prompt ? `${id}-note` : undefined}
          value={recipe.prompt}
          onChange={(event) => { setPrompt(event.target.value); }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (!event.repeat) go();
          }}
        />
        {mistakes.prompt ? (
          <span id={`${id}-note`} role="alert" className={styles["mistake"]}>
            {mistakes.prompt}
          </span>
        ) : null}
      </div>
      {recipe.prompt === "" ? (
        <PromptsToTry
          prompts={EXAMPLES.slice(0, EXAMPLES_SHOWN)}
          onTry={(prompt) => {
            setPrompt(prompt);
            make({ ...recipe, prompt });
          }}
        />
      ) : null}
      <Options recipe={recipe} mistakes={mistakes} lastSeed={maker.made?.seed ?? null} onChange={setRecipe} onEnter={go} />
      <MakeButton onClick={go}>Make a track</MakeButton>
      {failure === null ? null : <OrderFailure failure={failure} onDismiss={clearFailure} />}
      <Running maker={maker} />
      <p className="visually-hidden" role="status">
        {maker.made ? `“${maker.made.name}” is ready.` : ""}
      </p>
      {maker.made ? <Made key={maker.made.id} track={maker.made} onAgain={maker.again} onShow={onShow} /> : null}
    </MakerFrame>
  );
}
