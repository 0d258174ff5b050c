/** The timeline's hot-keys. Never while typing, in dialogs or menus; what a knob or a list does with its keys stays its own. */

import { useEffect } from "react";
import { arrangementEnd } from "@/core/timeline/types";
import { keysAreFree } from "@/ui/keys";
import { useStudio } from "../studio";
import { useTimeline } from "./context";
import { toStart } from "./Transport";

const ZOOM_STEP = 1.5;
const OWN_ARROWS = "[role=slider], [role=spinbutton], input, select, [role=listbox], [role=tablist]";

export function useTimelineKeys(open: { bounce(): void; add(): void }): void {
  const { desk, timelinePlayer } = useStudio();
  const { commands, view } = useTimeline();
  useEffect(() => {
    const end = () => arrangementEnd(desk.store.now);
    const withControl = (key: string, shift: boolean): (() => void) | undefined =>
      ({
        z: () => { if (shift) desk.store.redo(); else desk.store.undo(); },
        y: () => { desk.store.redo(); },
        d: () => { commands.duplicate(); },
        c: () => { commands.copy(); },
        x: () => { commands.cut(); },
        v: () => { commands.paste(); },
        a: () => { commands.chooseAll(); },
        b: open.bounce,
        arrowleft: () => { commands.walk("left"); },
        arrowright: () => { commands.walk("right"); },
        arrowup: () => { commands.walk("up"); },
        arrowdown: () => { commands.walk("down"); },
      })[key];
    const plain = (key: string, shift: boolean, arrows: boolean): (() => void) | undefined => {
      const letters: Record<string, () => void> = {
        s: () => { commands.split(); },
        l: () => { if (shift) commands.loopChosen(); else commands.toggleLoop(); },
        m: () => { commands.toggleTrack("muted"); },
        o: () => { commands.toggleTrack("soloed"); },
        x: () => { commands.crossfade(); },
        f: () => { view.fit(end()); },
        "+": () => { view.zoomTo(view.zoom.get() * ZOOM_STEP, end()); },
        "=": () => { view.zoomTo(view.zoom.get() * ZOOM_STEP, end()); },
        "-": () => { view.zoomTo(view.zoom.get() / ZOOM_STEP, end()); },
        "/": open.add,
        delete: () => { commands.remove(); },
        backspace: () => { commands.remove(); },
        escape: () => { desk.store.select([]); },
      };
      const moves: Record<string, () => void> = {
        home: () => { toStart(view, timelinePlayer); },
        end: () => { timelinePlayer.seek(end()); },
        arrowleft: () => { commands.nudge(-1, shift); },
        arrowright: () => { commands.nudge(1, shift); },
        arrowup: () => { commands.nudgeRow(-1); },
        arrowdown: () => { commands.nudgeRow(1); },
      };
      return letters[key] ?? (arrows ? moves[key] : undefined);
    };
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || !keysAreFree(event.target)) return;
      const key = event.key.toLowerCase();
      const control = event.ctrlKey || event.metaKey;
      const own = event.target instanceof Element && event.target.closest(OWN_ARROWS) !== null;
      if (own && control && key.startsWith("arrow")) return;
      const nothing = commands.chosen.size === 0;
      if (!control && nothing && (key.startsWith("arrow") || key === "delete" || key === "backspace")) return; // the page scrolls
      const act = control ? withControl(key, event.shiftKey) : plain(key, event.shiftKey, !own);
      if (!act || (event.repeat && (key === "s" || key === "l" || key === "m" || key === "o"))) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", down);
    return () => {
      window.removeEventListener("keydown", down);
    };
  }, [desk, timelinePlayer, commands, view, open]);
}
