/** A menu that opens from a button: arrow keys, Home, End, Esc; it lies above everything else. */

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { IconButton } from "./Button";
import type { IconName } from "./Icon";
import styles from "./menu.module.css";
import { focusFirstItem, MenuItems, moveFocus, type MenuEntries } from "./MenuItems";

interface MenuProps {
  label: string;
  icon: IconName;
  small?: boolean;
  items: MenuEntries;
  head?: ReactNode;
}

const GAP_PX = 4;

export function Menu({ label, icon, small = false, items, head }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const element = popup.current;
    const anchor = button.current;
    if (!open || !element || !anchor) return;
    element.showPopover();
    const box = anchor.getBoundingClientRect();
    const below = box.bottom + GAP_PX + element.offsetHeight < window.innerHeight;
    element.style.left = `${Math.max(8, Math.min(box.right - element.offsetWidth, window.innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${Math.max(8, below ? box.bottom + GAP_PX : box.top - GAP_PX - element.offsetHeight)}px`;
    focusFirstItem(element);
    const close = () => {
      setOpen(false);
    };
    window.addEventListener("scroll", close, { passive: true });
    return () => {
      window.removeEventListener("scroll", close);
    };
  }, [open]);

  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else if (!moveFocus(event, popup)) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        small={small}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open);
        }}
      />
      {open ? (
        <div
          ref={popup}
          id={id}
          popover="auto"
          role="menu"
          aria-label={label}
          className={styles["popup"]}
          onKeyDown={key}
          onToggle={(event) => {
            if (event.newState === "closed") setOpen(false);
          }}
        >
          {head}
          <MenuItems items={items} onChosen={() => { close(true); }} />
        </div>
      ) : null}
    </>
  );
}
