/** A menu that opens from a button: arrow keys, Home, End, Esc; it lies above everything else. */

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";
import styles from "./menu.module.css";

export interface MenuItem {
  label: string;
  icon: IconName;
  danger?: boolean;
  onChoose(): void;
}

interface MenuProps {
  label: string;
  icon: IconName;
  small?: boolean;
  items: readonly (MenuItem | null)[]; // null: a rule between groups
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
    element.querySelector<HTMLElement>("[role=menuitem]")?.focus();
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
    const entries = [...(popup.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else if (to !== undefined) entries.at(to % entries.length)?.focus();
    else return;
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
                  close(true);
                  item.onChoose();
                }}
              >
                <Icon name={item.icon} size={18} />
                {item.label}
              </button>
            ),
          )}
        </div>
      ) : null}
    </>
  );
}
