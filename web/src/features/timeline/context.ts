/** What the parts of the timeline share while its page is open. */

import { createContext, useContext } from "react";
import type { Outlines } from "@/core/timeline/peaks";
import { useStore } from "@/ui/hooks";
import type { Commands } from "./commands";
import type { View } from "./view";
import { useStudio } from "../studio";
import type { Arrangement } from "@/core/timeline/types";

export interface Timeline {
  readonly view: View;
  readonly commands: Commands;
  readonly outlines: Outlines;
}

export const TimelineContext = createContext<Timeline | null>(null);

export function useTimeline(): Timeline {
  const timeline = useContext(TimelineContext);
  if (!timeline) throw new Error("useTimeline outside of the timeline");
  return timeline;
}

export function useArrangement(): Arrangement {
  const { desk } = useStudio();
  return useStore(desk.store.arrangement);
}
