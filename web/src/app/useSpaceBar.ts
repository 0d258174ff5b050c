/** Space plays and stops, everywhere except while typing or inside a dialog or menu: the rack in the studio, elsewhere the sound one is at. */

import { useEffect } from "react";
import { useLocation } from "react-router";
import { useStudio } from "@/features/studio";
import { keysAreFree } from "@/ui/keys";

export function useSpaceBar(): void {
  const { player, rackPlayer } = useStudio();
  const atRack = useLocation().pathname.startsWith("/studio");
  useEffect(() => {
    const plain = (event: KeyboardEvent) =>
      event.key === " " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && keysAreFree(event.target);
    const meansRack = () => atRack || rackPlayer.playing.get(); // what is left running can be stopped from every page
    const plays = () => meansRack() || player.cued.get() !== null;
    const down = (event: KeyboardEvent) => {
      if (!plain(event) || !plays()) return;
      event.preventDefault();
      if (event.repeat) return;
      if (meansRack()) rackPlayer.toggle();
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
  }, [player, rackPlayer, atRack]);
}
