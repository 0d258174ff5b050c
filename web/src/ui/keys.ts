/** When the keys of the whole page may act: never while somebody types, or in a dialog or menu. */

const TYPING = "input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]";
const OWN_KEYS = "dialog[open], [role=menu], [role=listbox]";
const COVERED = "dialog[open], [role=menu]:popover-open";

export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPING) !== null;

/** Whether a key pressed at `target` belongs to nobody else. */
export const keysAreFree = (target: EventTarget | null): boolean =>
  !isTyping(target) && !(target instanceof Element && target.closest(OWN_KEYS) !== null) && document.querySelector(COVERED) === null;
