/** The rack's hot-keys: letters turn, Enter cues while held, Ctrl+Z undoes. Never while typing, in dialogs or menus. */

import { useEffect } from "react";
import { hotKey, pressed, TAP_KEY } from "@/core/rack/hotkeys";
import { useStudio } from "@/features/studio";
import { isTyping, keysAreFree } from "@/ui/keys";

const PRESSES = "button, a, summary, input, [role=button], [role=option], [role=menuitem]";
const CUES = "[data-cue]"; // the Cue button itself: Enter is held there, too

export function useHotKeys(tap: () => void): void {
  const { rack, rackPlayer } = useStudio();
  useEffect(() => {
    const travel = (event: KeyboardEvent): boolean => {
      const key = event.key.toLowerCase();
      if (event.altKey || !(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return false;
      if (key === "y" || event.shiftKey) rack.redo();
      else rack.undo();
      return true;
    };
    const enter = (event: KeyboardEvent): boolean => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(CUES) === null && target.closest(PRESSES) !== null) return event.repeat; // a held Enter must not press again and again
      if (!event.repeat) rackPlayer.cue();
      return true;
    };
    const letter = (event: KeyboardEvent): boolean => {
      if (event.key === TAP_KEY || event.key === TAP_KEY.toUpperCase()) {
        if (!event.repeat) tap();
        return true;
      }
      const hot = hotKey(event.key);
      if (!hot) return false;
      rack.set(pressed(hot, rack.patch.values, event.shiftKey), hot.words, `key ${hot.words}`);
      return true;
    };
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !keysAreFree(event.target)) return;
      // AltGr counts as Ctrl and Alt on some systems, and [ needs it on many keyboards.
      const held = !event.getModifierState("AltGraph") && (event.ctrlKey || event.metaKey || event.altKey);
      const taken = held ? travel(event) : event.key === "Enter" ? enter(event) : letter(event);
      if (taken) event.preventDefault();
    };
    const release = () => {
      if (rackPlayer.cueing.get()) rackPlayer.release();
    };
    const up = (event: KeyboardEvent) => {
      if (event.key === "Enter") release();
    };
    // Who starts to type, or leaves for another window, lets go without a key going up here.
    const focus = (event: FocusEvent) => {
      if (isTyping(event.target)) release();
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") release();
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up, { capture: true });
    window.addEventListener("blur", release);
    window.addEventListener("focusin", focus);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up, { capture: true });
      window.removeEventListener("blur", release);
      window.removeEventListener("focusin", focus);
      document.removeEventListener("visibilitychange", hidden);
      release();
    };
  }, [rack, rackPlayer, tap]);
}
