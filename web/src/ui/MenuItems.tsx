/** What stands in a menu, and how the arrow keys, Home and End go through it. */

import type { KeyboardEvent, RefObject } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./menu.module.css";

export interface MenuItem {
  label: string;
  icon: IconName;
  danger?: boolean;
  onChoose(): void;
}

/** In groups: null is a rule between two. */
export type MenuEntries = readonly (MenuItem | null)[];

const ITEM = "[role=menuitem]";

interface MenuItemsProps {
  items: MenuEntries;
  /** Closes the menu, before what was chosen happens. */
  onChosen(): void;
}

export function MenuItems({ items, onChosen }: MenuItemsProps) {
  return items.map((item, index) =>
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
          onChosen();
          item.onChoose();
        }}
      >
        <Icon name={item.icon} size={18} />
        {item.label}
      </button>
    ),
  );
}

export function focusFirstItem(menu: HTMLElement): void {
  menu.querySelector<HTMLElement>(ITEM)?.focus();
}

/** Whether the key was one that moves. */
export function moveFocus(event: KeyboardEvent, menu: RefObject<HTMLElement | null>): boolean {
  const entries = [...(menu.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to === undefined) return false;
  entries.at(to % entries.length)?.focus();
  return true;
}
