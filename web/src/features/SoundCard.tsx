/** What the cards of all sounds share: a frame, and a head with play, name, star. */

import type { HTMLAttributes, ReactNode } from "react";
import { EditableText } from "@/ui/EditableText";
import { FavouriteButton } from "@/ui/FavouriteButton";
import { Card } from "@/ui/parts";
import styles from "./soundCard.module.css";

interface SoundCardProps extends HTMLAttributes<HTMLElement> {
  sound: { readonly name: string; readonly isFavourite: boolean };
  nameMax_chars: number;
  onRename(name: string): void;
  onFavourite(): void;
  play: ReactNode;
  /** The line below the name, and what stands below the head. */
  line: ReactNode;
  children: ReactNode;
}

export function SoundCard({ sound, nameMax_chars, onRename, onFavourite, play, line, children, className, ...rest }: SoundCardProps) {
  return (
    <Card {...rest} className={[styles["card"], className].join(" ")} aria-label={sound.name}>
      <div className={styles["head"]}>
        {play}
        <div className={styles["names"]}>
          <EditableText label="Name" text={sound.name} maxLength={nameMax_chars} onSave={onRename} />
          {line}
        </div>
        <FavouriteButton small on={sound.isFavourite} onClick={onFavourite} />
      </div>
      {children}
    </Card>
  );
}

export function PromptLine({ prompt, children = prompt }: { prompt: string; children?: ReactNode }) {
  return (
    <p className={styles["prompt"]} title={prompt}>
      {children}
    </p>
  );
}

export function CardWave({ children }: { children: ReactNode }) {
  return <div className={styles["wave"]}>{children}</div>;
}

export function CardFoot({ children }: { children: ReactNode }) {
  return <div className={styles["foot"]}>{children}</div>;
}

/** Stands where a card will be once its page has come. */
export function CardShadow() {
  return <div className={styles["shadow"]} aria-hidden="true" />;
}
