/** What the menu of a clip offers. */

import type { MenuItem } from "@/ui/MenuItems";
import type { Commands } from "./commands";

export function clipItems(commands: Commands): (MenuItem | null)[] {
  const one = commands.chosen.size > 0;
  const paste: MenuItem = { label: "Paste at the playhead", icon: "copy", onChoose: () => { commands.paste(); } };
  const split: MenuItem = { label: "Split at the playhead", icon: "vary", onChoose: () => { commands.split(); } };
  const all: MenuItem = { label: "Select all", icon: "check", onChoose: () => { commands.chooseAll(); } };
  if (!one) return [paste, split, all];
  return [
    split,
    { label: "Duplicate", icon: "copy", onChoose: () => { commands.duplicate(); } },
    { label: "Copy", icon: "copy", onChoose: () => { commands.copy(); } },
    paste,
    null,
    { label: "Crossfade", icon: "blend", onChoose: () => { commands.crossfade(); } },
    { label: "Loop this", icon: "again", onChoose: () => { commands.loopChosen(); } },
    null,
    { label: "Delete", icon: "trash", danger: true, onChoose: () => { commands.remove(); } },
  ];
}
