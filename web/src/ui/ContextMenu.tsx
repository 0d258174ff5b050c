/** A menu that opens where the pointer is, or at an element that the keyboard is at: arrow keys, Home, End, Esc. */

import { useEffect, useRef, type KeyboardEvent } from "react";
import { Icon } from "./Icon";
import type { MenuItem } from "./Menu";
import styles from "./menu.module.css";

interface ContextMenuProps {
  label: string;
  at: { readonly x: number; readonly y: number };
  items: readonly (MenuItem | null)[]; // null: a rule between groups
  onClose(): void;
}

export function ContextMenu({ label, at, items, onClose }: ContextMenuProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = popup.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - element.offsetHeight - 8))}px`;
    element.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [at]);
  const key = (event: KeyboardEvent) => {
    const entries = [...(popup.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const index = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (to !== undefined) entries.at(to % entries.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={popup}
      popover="auto"
      role="menu"
      aria-label={label}
      className={styles["popup"]}
      onKeyDown={key}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
    >
      {items.map((item, index) =>
        item === null ? (
          <hr key={index} className={styles["rule"]} />
        ) : (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={[styles["item"], item.danger ? styles["danger"] : ""].join(" ")}
            onClick={() => {
              onClose();
              item.onChoose();
            }}
          >
            <Icon name={item.icon} size={18} />
            {item.label}
          </button>
        ),
      )}
    </div>
  );
}
