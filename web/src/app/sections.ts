/** The studio's sections, in the order of the navigation. A new one is added here, with its page in App. */

import type { IconName } from "@/ui/Icon";

export interface Section {
  path: string;
  label: string;
  icon: IconName;
}

export const SECTIONS: readonly Section[] = [
  { path: "/studio", label: "Studio", icon: "rack" },
  { path: "/kicks", label: "Kicks", icon: "kick" },
  { path: "/tracks", label: "Tracks", icon: "tracks" },
  { path: "/timeline", label: "Timeline", icon: "timeline" },
];
