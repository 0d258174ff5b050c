/** Which kick the rack plays: stock kicks, shared ones, then the person's own. */

import { useMemo } from "react";
import type { SoundCatalog } from "@/core/rack/sounds";
import type { KickRef } from "@/core/rack/state";
import { useStore } from "@/ui/hooks";
import type { PickerGroup } from "@/ui/Picker";
import { useStudio } from "../studio";
import { refOf, useIsGuest, type NamedKick } from "./data";
import { Stepper } from "./Stepper";

interface KickSelectorProps {
  /** null: they are on their way. */
  sounds: SoundCatalog | null;
  kicks: readonly NamedKick[];
}

const keyOf = (kick: KickRef): string => (kick.kind === "ai" ? kick.id : `stock ${kick.name}`);

export function KickSelector({ sounds, kicks }: KickSelectorProps) {
  const { rack } = useStudio();
  const guest = useIsGuest();
  const { kick } = useStore(rack.state).patch;
  const { groups, refs } = useMemo(() => {
    const own = new Set(kicks.map(({ id }) => id));
    const lists: [string, readonly KickRef[]][] = [
      ["Stock kicks", (sounds?.kicks ?? []).map(({ name }) => ({ kind: "stock", name }))],
      ["Shared kicks", (sounds?.sharedKicks ?? []).filter(({ id }) => !own.has(id)).map(refOf)],
      ["Your kicks", kicks.map(refOf)],
    ];
    const filled = lists.filter(([, members]) => members.length > 0);
    return {
      groups: filled.map(([label, members]): PickerGroup => ({ label, options: members.map((ref) => ({ id: keyOf(ref), label: ref.name })) })),
      refs: new Map(filled.flatMap(([, members]) => members.map((ref) => [keyOf(ref), ref] as const))),
    };
  }, [sounds, kicks]);
  return (
    <Stepper
      label="Kick"
      shown={kick.name || "…"}
      groups={groups}
      chosen={keyOf(kick)}
      foot={guest ? "Sign in to generate kicks of your own." : undefined}
      onChoose={(key) => {
        const chosen = refs.get(key);
        if (chosen) rack.choose({ kick: chosen }, `Choose ${chosen.name}`);
      }}
    />
  );
}
