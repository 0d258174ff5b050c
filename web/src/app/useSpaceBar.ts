/** Space plays and stops, everywhere except while typing or inside a dialog or menu. Enter presses buttons. */

import { useEffect } from "react";
import type { Player } from "@/audio/player";

const TYPING = "input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]";
const OWN_KEYS = "dialog[open], [role=menu], [role=listbox]";

export const spaceMeansPlay = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || (target.closest(TYPING) === null && target.closest(OWN_KEYS) === null);

export function useSpaceBar(player: Player): void {
  useEffect(() => {
    const plain = (event: KeyboardEvent) =>
      event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && spaceMeansPlay(event.target);
    const down = (event: KeyboardEvent) => {
      if (!plain(event) || player.cued.get() === null) return;
      event.preventDefault();
      if (!event.repeat) player.toggleCued();
    };
    const up = (event: KeyboardEvent) => {
      if (plain(event) && player.cued.get() !== null) event.preventDefault(); // some browsers press the button here
    };
    window.addEventListener("keydown", down, { capture: true });
    window.addEventListener("keyup", up, { capture: true });
    return () => {
      window.removeEventListener("keydown", down, { capture: true });
      window.removeEventListener("keyup", up, { capture: true });
    };
  }, [player]);
}
