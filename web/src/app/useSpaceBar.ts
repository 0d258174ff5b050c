/** Space plays and stops, everywhere except while typing or inside a dialog or menu: the rack in the studio, the timeline on its page, elsewhere the sound one is at. */

import { useEffect } from "react";
import { useLocation } from "react-router";
import { useStudio } from "@/features/studio";
import { keysAreFree } from "@/ui/keys";

export function useSpaceBar(): void {
  const { player, rackPlayer, timelinePlayer, desk } = useStudio();
  const { pathname } = useLocation();
  const atRack = pathname.startsWith("/studio");
  const atTimeline = pathname.startsWith("/timeline");
  useEffect(() => {
    const plain = (event: KeyboardEvent) =>
      event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && keysAreFree(event.target);
    // What is left running can be stopped from every page.
    const previews = () => player.state.get().status === "playing";
    const meansTimeline = () => timelinePlayer.active || (atTimeline && desk.project.get() !== null && !rackPlayer.playing.get() && !previews());
    const meansRack = () => rackPlayer.playing.get() || atRack;
    const plays = () => meansTimeline() || meansRack() || player.cued.get() !== null;
    const down = (event: KeyboardEvent) => {
      if (!plain(event) || !plays()) return;
      event.preventDefault();
      if (event.repeat) return;
      if (meansTimeline()) timelinePlayer.toggle();
      else if (meansRack()) rackPlayer.toggle();
      else player.toggleCued();
    };
    const up = (event: KeyboardEvent) => {
      if (plain(event) && plays()) event.preventDefault(); // some browsers press the button here
    };
    window.addEventListener("keydown", down, { capture: true });
    window.addEventListener("keyup", up, { capture: true });
    return () => {
      window.removeEventListener("keydown", down, { capture: true });
      window.removeEventListener("keyup", up, { capture: true });
    };
  }, [player, rackPlayer, timelinePlayer, desk, atRack, atTimeline]);
}
