/** A page that makes sounds: the maker at the side, what it made beside it; on a narrow screen one above the other. */

import type { ReactNode } from "react";
import { useTitle } from "@/ui/hooks";
import styles from "./makerPage.module.css";

interface MakerPageProps {
  title: string;
  /** Says how wide the page (`--page`) and its maker (`--maker`) are. */
  className: string | undefined;
  maker: ReactNode;
  children: ReactNode;
}

export function MakerPage({ title, className, maker, children }: MakerPageProps) {
  useTitle(title);
  return (
    <div className={[styles["page"], className].join(" ")}>
      <h1 className="visually-hidden">{title}</h1>
      <aside className={styles["maker"]} aria-label="Maker">
        {maker}
      </aside>
      {children}
    </div>
  );
}
