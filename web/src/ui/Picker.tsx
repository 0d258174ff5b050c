/** A button that shows what is chosen and opens a list to choose from: in groups, with a search field when it is long. */

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { inputClass } from "./Field";
import { Icon } from "./Icon";
import styles from "./picker.module.css";

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** A sentence about it, for the tooltip. */
  readonly title?: string;
}

export interface PickerGroup {
  readonly label: string;
  readonly options: readonly PickerOption[];
}

interface PickerProps {
  /** What is chosen here: "Preset". */
  label: string;
  /** On the button. */
  shown: ReactNode;
  groups: readonly PickerGroup[];
  chosen: string | null;
  disabled?: boolean;
  /** Below the options. */
  foot?: ReactNode;
  onChoose(id: string): void;
}

const SEARCH_FROM = 10; // options; fewer are seen at a glance
const SHOWN_MAX = 300; // more are found by typing
const GAP_PX = 4;

export function Picker({ label, shown, groups, chosen, disabled = false, foot, onChoose }: PickerProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles["button"]}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}-shown`}
        onClick={() => { setOpen(!open); }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span id={`${id}-label`} className="visually-hidden">{label}</span>
        <span id={`${id}-shown`} className={styles["shown"]}>{shown}</span>
        <Icon name="chevron" size={18} />
      </button>
      {open ? (
        <Popup
          label={label}
          groups={groups}
          chosen={chosen}
          foot={foot}
          anchor={button}
          onClose={close}
          onChoose={(option) => {
            close(true);
            onChoose(option);
          }}
        />
      ) : null}
    </>
  );
}

interface PopupProps extends Pick<PickerProps, "label" | "groups" | "chosen" | "foot" | "onChoose"> {
  anchor: RefObject<HTMLElement | null>;
  onClose(back: boolean): void;
}

function Popup({ label, groups, chosen, foot, anchor, onClose, onChoose }: PopupProps) {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState("");
  const looked = search.trim().toLocaleLowerCase();
  const total = groups.reduce((sum, { options }) => sum + options.length, 0);
  const searchable = total > SEARCH_FROM;
  const found = groups
    .map((group) => ({ ...group, options: group.options.filter((option) => option.label.toLocaleLowerCase().includes(looked)) }))
    .filter(({ options }) => options.length > 0);
  const flat = found.flatMap(({ options }) => options);
  const [active, setActive] = useState(chosen);
  const at = Math.max(0, flat.findIndex((option) => option.id === active));
  const activeId = flat[at]?.id ?? null;
  const first = Math.max(0, Math.min(at - SHOWN_MAX / 2, flat.length - SHOWN_MAX)); // of a very long list, what is near
  const near = new Set(flat.slice(first, first + SHOWN_MAX));

  useEffect(() => {
    const element = popup.current;
    const box = anchor.current?.getBoundingClientRect();
    if (!element || !box) return;
    element.showPopover();
    element.style.minWidth = `${Math.max(box.width, 220)}px`;
    const below = window.innerHeight - box.bottom - GAP_PX - 8;
    const above = box.top - GAP_PX - 8;
    const up = element.offsetHeight > below && above > below;
    element.style.maxHeight = `${Math.min(460, up ? above : below)}px`;
    element.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - element.offsetWidth - 8))}px`;
    element.style.top = `${up ? box.top - GAP_PX - element.offsetHeight : box.bottom + GAP_PX}px`;
    element.querySelector<HTMLElement>("[data-takes-keys]")?.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(() => {
    popup.current?.querySelector("[data-active=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const key = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, flat.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
    const end = searchable ? undefined : { Home: 0, End: flat.length - 1 }[event.key]; // in a field they move the caret
    const target = to ?? end;
    if (target !== undefined && flat.length > 0) setActive(flat.at(target % flat.length)?.id ?? null);
    else if (event.key === "Enter" || (event.key === " " && !searchable)) {
      if (activeId !== null) onChoose(activeId);
    } else if (event.key === "Escape") onClose(true);
    else if (event.key === "Tab") onClose(true);
    else return;
    event.preventDefault();
  };
  const keys = {
    "data-takes-keys": true,
    "aria-controls": `${id}-list`,
    "aria-activedescendant": activeId === null ? undefined : `${id}-${activeId}`,
    onKeyDown: key,
  };
  return (
    <div
      ref={popup}
      popover="auto"
      className={styles["popup"]}
      onToggle={(event) => {
        if (event.newState === "closed") onClose(false);
      }}
    >
      {searchable ? (
        <input
          {...keys}
          className={[inputClass, styles["search"]].join(" ")}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-label={`Find: ${label}`}
          placeholder="Find by name"
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(null);
          }}
        />
      ) : null}
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles["list"]} {...(searchable ? {} : { ...keys, tabIndex: 0 })}>
        {found.map((group, index) => (
          <div key={group.label} role="group" aria-labelledby={`${id}-group-${index}`}>
            <div id={`${id}-group-${index}`} className={styles["group"]}>{group.label}</div>
            {group.options.filter((option) => near.has(option)).map((option) => (
              <div
                key={option.id}
                id={`${id}-${option.id}`}
                role="option"
                aria-selected={option.id === chosen}
                data-active={option.id === activeId}
                title={option.title}
                className={styles["option"]}
                onPointerMove={() => { setActive(option.id); }}
                onClick={() => { onChoose(option.id); }}
              >
                <span className={styles["name"]}>{option.label}</span>
                {option.note ? <span className={styles["note"]}>{option.note}</span> : null}
              </div>
            ))}
          </div>
        ))}
        {flat.length === 0 ? <p className={styles["none"]}>{total === 0 ? "Nothing here yet." : "Nothing of this name."}</p> : null}
      </div>
      {flat.length > SHOWN_MAX ? <p className={styles["foot"]}>{`${flat.length.toLocaleString("en")} in all; type a name to find one.`}</p> : null}
      {foot ? <div className={styles["foot"]}>{foot}</div> : null}
    </div>
  );
}
