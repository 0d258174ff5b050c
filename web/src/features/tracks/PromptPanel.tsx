/** Where a track begins: words, a few choices, the button, and what is happening. */

import { useEffect, useId, useRef } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import { EXAMPLES } from "@/core/tracks/genres";
import { PROMPT_MAX_CHARS } from "@/core/tracks/recipe";
import { Button } from "@/ui/Button";
import { inputClass } from "@/ui/Field";
import { isTyping } from "@/ui/keys";
import { Chip, NoticeBox } from "@/ui/parts";
import { Made } from "./Made";
import { Options } from "./Options";
import styles from "./prompt.module.css";
import { Running } from "./Running";
import type { TrackMaker } from "./useTrackMaker";

const CHIPS = 4;

interface PromptPanelProps {
  maker: TrackMaker;
  /** Shows a track where it stands in the catalog. */
  onShow(id: string): void;
}

export function PromptPanel({ maker, onShow }: PromptPanelProps) {
  const { recipe, setRecipe, make, mistakes, failure, clearFailure } = maker;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("keydown", key);
    };
  }, []);
  const setPrompt = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
  };
  const go = () => {
    make(recipe);
    if (recipe.prompt.trim() === "") field.current?.focus();
  };
  const notice = failure === null ? null : describeFailure(failure, new Date());
  return (
    <section className={styles["panel"]} aria-label="Make a track">
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
        <div className={styles["chips"]} role="group" aria-label="Prompts to try">
          {EXAMPLES.slice(0, CHIPS).map((prompt) => (
            <Chip
              key={prompt}
              onClick={() => {
                setPrompt(prompt);
                make({ ...recipe, prompt });
              }}
            >
              {prompt}
            </Chip>
          ))}
        </div>
      ) : null}
      <Options recipe={recipe} mistakes={mistakes} lastSeed={maker.made?.seed ?? null} onChange={setRecipe} onEnter={go} />
      <Button look="primary" onClick={go}>
        Make a track <span className={styles["enter"]} aria-hidden="true">Enter</span>
      </Button>
      {notice ? (
        <NoticeBox
          tone={failure instanceof ApiFailure && failure.status === 429 ? "warning" : "bad"}
          title={notice.title}
          action={
            <Button small look="quiet" onClick={clearFailure}>
              Dismiss
            </Button>
          }
        >
          {notice.body}
        </NoticeBox>
      ) : null}
      <Running maker={maker} />
      <p className="visually-hidden" role="status">
        {maker.made ? `“${maker.made.name}” is ready.` : ""}
      </p>
      {maker.made ? <Made key={maker.made.id} track={maker.made} onAgain={maker.again} onShow={onShow} /> : null}
    </section>
  );
}
