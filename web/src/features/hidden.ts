/** What the server still has, and the screens do not show: its deletion can still be undone. */

import type { Kick, Track } from "@/core/api/types";
import { useStore } from "@/ui/hooks";
import { useStudio } from "./studio";

/** Also a stem whose track goes. */
export function useIsTrackHidden(): (track: Track) => boolean {
  const { trackDeletions } = useStudio();
  const hidden = useStore(trackDeletions.hidden);
  return ({ id, mainTrackId }) => hidden.has(id) || (mainTrackId !== null && hidden.has(mainTrackId));
}

export function useIsKickHidden(): (kick: Kick) => boolean {
  const { deletions } = useStudio();
  const hidden = useStore(deletions.hidden);
  return ({ id }) => hidden.has(id);
}
