/** A menu that opens where the pointer is, or at an element that the keyboard is at: arrow keys, Home, End, Esc. */

import { useEffect, useRef, type KeyboardEvent } from "react";
import styles from "./menu.module.css";
import { focusFirstItem, MenuItems, moveFocus, type MenuEntries } from "./MenuItems";

interface ContextMenuProps {
  label: string;
  at: { readonly x: number; readonly y: number };
  items: MenuEntries;
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
    focusFirstItem(element);
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [at]);
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (!moveFocus(event, popup)) return;
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
      <MenuItems items={items} onChosen={onClose} />
    </div>
  );
}
