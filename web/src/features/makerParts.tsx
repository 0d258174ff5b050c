/** The parts of a maker that are the same for every sound: its frame, prompts to try, the button. */

import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/parts";
import styles from "./makerParts.module.css";

export function MakerFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles["frame"]} aria-label={label}>
      {children}
    </section>
  );
}

export function PromptsToTry({ prompts, onTry }: { prompts: readonly string[]; onTry(prompt: string): void }) {
  return (
    <div className={styles["prompts"]} role="group" aria-label="Prompts to try">
      {prompts.map((prompt) => (
        <Chip key={prompt} onClick={() => { onTry(prompt); }}>
          {prompt}
        </Chip>
      ))}
    </div>
  );
}

/** Enter in the prompt does the same. */
export function MakeButton({ children, ...rest }: Omit<ComponentProps<typeof Button>, "look">) {
  return (
    <Button {...rest} look="primary">
      {children} <span className={styles["enter"]} aria-hidden="true">Enter</span>
    </Button>
  );
}
