/** Where a kick begins: the prompt, the button, what is happening, and the shape. */

import { useRef, useState } from "react";
import { ApiFailure } from "@/core/api/failure";
import type { KickAllowance } from "@/core/api/types";
import { limitReached, type Limit } from "@/core/kicks/limits";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { useSlashKey } from "@/ui/useSlashKey";
import { OrderFailure } from "../failures";
import { KickProgress } from "../KickProgress";
import { MakeButton, MakerFrame, PromptsToTry } from "../makerParts";
import styles from "./maker.module.css";
import { PromptField } from "./PromptField";
import { Shape } from "./Shape";
import type { Maker } from "./useMaker";
import { useWords } from "./useKicks";
import { WordsDialog } from "./WordsDialog";

const EXAMPLES_SHOWN = 3;

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
  useSlashKey(field);
  const go = (prompt = recipe.prompt) => {
    if (blocked) return;
    void make({ ...recipe, prompt });
  };
  const setPrompt = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
  };
  return (
    <MakerFrame label="Make a kick">
      <PromptField ref={field} prompt={recipe.prompt} words={words} onChange={setPrompt} onEnter={go} />
      {recipe.prompt === "" ? (
        <PromptsToTry
          prompts={examples.slice(0, EXAMPLES_SHOWN)}
          onTry={(example) => {
            setPrompt(example);
            go(example);
          }}
        />
      ) : null}
      <div className={styles["makeRow"]}>
        <MakeButton
          aria-disabled={blocked !== null}
          onClick={() => {
            go();
          }}
        >
          Make a kick
        </MakeButton>
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
    </MakerFrame>
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
  return (
    <div className={styles["status"]}>
      {blocked ? <NoticeBox title={blocked.title}>{blocked.body}</NoticeBox> : null}
      {failure !== null && !limit ? <OrderFailure failure={failure} onDismiss={clearFailure} /> : null}
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
