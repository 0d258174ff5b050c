/** Small parts without behaviour: card, tag, chip, progress, notice, empty state. */

import type { ButtonHTMLAttributes, HTMLAttributes, ReactNode } from "react";
import { Icon } from "./Icon";
import styles from "./parts.module.css";

export function Card({ className, ...rest }: HTMLAttributes<HTMLElement>) {
  return <article {...rest} className={[styles["card"], className].join(" ")} />;
}

export function Tag({ tone, children, title }: { tone?: "known" | "mapped" | "ignored"; children: ReactNode; title?: string }) {
  return (
    <span className={[styles["tag"], tone ? styles[tone] : ""].join(" ")} title={title}>
      {children}
    </span>
  );
}

export function Chip(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">) {
  return <button type="button" {...props} className={styles["chip"]} />;
}

/** What is happening, how far it is, how long it takes. */
export function Progress({ label, percent, words, end }: { label: string; percent: number; words: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles["progress"]}>
      <div className={styles["progressWords"]}>
        <span>{words}</span>
        <span className="tabular">{end}</span>
      </div>
      <div
        className={styles["track"]}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
      >
        <div className={styles["filled"]} style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

interface NoticeProps {
  tone?: "warning" | "bad";
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

export function NoticeBox({ tone = "warning", title, children, action }: NoticeProps) {
  return (
    <div role="alert" className={[styles["notice"], tone === "bad" ? styles["bad"] : ""].join(" ")}>
      <Icon name="warning" />
      <strong>{title}</strong>
      {action ?? <span />}
      <p>{children}</p>
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles["empty"]}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
