/** Where a kick begins: the prompt, the button, what is happening, and the shape. */

import { useEffect, useRef, useState } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import type { KickAllowance } from "@/core/api/types";
import { limitReached, type Limit } from "@/core/kicks/limits";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/hooks";
import { Chip, NoticeBox } from "@/ui/parts";
import { KickProgress } from "../KickProgress";
import styles from "./maker.module.css";
import { PromptField } from "./PromptField";
import { Shape } from "./Shape";
import type { Maker } from "./useMaker";
import { useWords } from "./useKicks";
import { WordsDialog } from "./WordsDialog";

interface MakerPanelProps {
  maker: Maker;
  allowance: KickAllowance | null;
  lastSeed: number | null;
}

export function MakerPanel({ maker, allowance, lastSeed }: MakerPanelProps) {
  const { recipe, setRecipe, make } = maker;
  const { words, examples } = useWords();
  const [browsing, setBrowsing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const now = useNow(30_000);
  const blocked = allowance ? limitReached(allowance, now) : null;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== "/" || (event.target instanceof Element && event.target.closest("input, textarea, select, dialog"))) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("keydown", key);
    };
  }, []);
  const go = (prompt = recipe.prompt) => {
    if (blocked) return;
    void make({ ...recipe, prompt });
  };
  const setPrompt = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
  };
  return (
    <section className={styles["panel"]} aria-label="Make a kick">
      <PromptField ref={field} prompt={recipe.prompt} words={words} onChange={setPrompt} onEnter={go} />
      {recipe.prompt === "" ? (
        <div className={styles["chips"]} aria-label="Prompts to try">
          {examples.slice(0, 3).map((example) => (
            <Chip
              key={example}
              onClick={() => {
                setPrompt(example);
                go(example);
              }}
            >
              {example}
            </Chip>
          ))}
        </div>
      ) : null}
      <div className={styles["makeRow"]}>
        <Button
          look="primary"
          aria-disabled={blocked !== null}
          onClick={() => {
            go();
          }}
        >
          Make a kick <span className={styles["enter"]} aria-hidden="true">Enter</span>
        </Button>
        <Button
          icon="words"
          onClick={() => {
            setBrowsing(true);
          }}
        >
          Words
        </Button>
      </div>
      <Status maker={maker} allowance={allowance} blocked={blocked} />
      <hr className={styles["rule"]} />
      <Shape recipe={recipe} lastSeed={lastSeed} onChange={setRecipe} />
      {browsing ? (
        <WordsDialog
          words={words}
          prompt={recipe.prompt}
          onChange={setPrompt}
          onClose={() => {
            setBrowsing(false);
          }}
        />
      ) : null}
    </section>
  );
}

interface StatusProps {
  maker: Maker;
  allowance: KickAllowance | null;
  blocked: Limit | null;
}

function Status({ maker, allowance, blocked }: StatusProps) {
  const { failure, pending, clearFailure } = maker;
  const limit = failure instanceof ApiFailure && blocked !== null && failure.code.startsWith("kicks_");
  const notice = failure !== null && !limit ? describeFailure(failure, new Date()) : null;
  return (
    <div className={styles["status"]}>
      {blocked ? <NoticeBox title={blocked.title}>{blocked.body}</NoticeBox> : null}
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
      {pending > 0 ? <KickProgress label="Making a kick" className={styles["busy"]} /> : blocked ? null : <Allowance allowance={allowance} />}
    </div>
  );
}

function Allowance({ allowance }: { allowance: KickAllowance | null }) {
  if (!allowance) return null;
  const { remainingGensToday, dailyLimit, totalGensCount, keptLimit } = allowance;
  return (
    <div className={[styles["statusRow"], "tabular"].join(" ")}>
      <span>
        {remainingGensToday === null || dailyLimit === null ? "No limits on this machine" : `${remainingGensToday} of ${dailyLimit} left today`}
      </span>
      <span>{keptLimit === null ? `${totalGensCount.toLocaleString("en")} kept` : `${totalGensCount} of ${keptLimit} kept`}</span>
    </div>
  );
}
