/** Everything a person can do with a kick that exists. */

import { useMemo } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import type { Kick } from "@/core/api/types";
import { UNDO_MS } from "@/core/kicks/deletions";
import { downloadFrom } from "../playing";
import { useStudio, type Studio } from "../studio";
import { replaceKick } from "./held";
import { soundOf } from "./sounds";

export interface KickActions {
  toggle(kick: Kick): void;
  playFrom(kick: Kick, position_s: number): void;
  rename(kick: Kick, name: string): void;
  favourite(kick: Kick): void;
  download(kick: Kick): void;
  remove(kick: Kick): void;
}

export function useKickActions(): KickActions {
  const studio = useStudio();
  return useMemo(() => actionsFor(studio), [studio]);
}

function actionsFor(studio: Studio): KickActions {
  const { player, calls, deletions, toasts, queries } = studio;
  const change = async (kick: Kick, body: { name?: string; isFavourite?: boolean }, what: string) => {
    replaceKick(queries, kick.id, (held) => ({ ...held, ...body }));
    try {
      const saved = await calls.kickChange(kick.id, body);
      replaceKick(queries, kick.id, () => saved);
      studio.kicksChanged();
    } catch (failure) {
      replaceKick(queries, kick.id, (held) => ({ ...held, name: kick.name, isFavourite: kick.isFavourite }));
      const { body: detail } = describeFailure(failure, new Date());
      toasts.fail(what, failure instanceof ApiFailure ? detail : "Try it again.");
    }
  };
  return {
    toggle: (kick) => {
      player.toggle(soundOf(kick, calls));
    },
    playFrom: (kick, position_s) => void player.play(soundOf(kick, calls), position_s),
    rename: (kick, name) => void change(kick, { name }, `“${kick.name}” kept its old name`),
    favourite: (kick) => void change(kick, { isFavourite: !kick.isFavourite }, `“${kick.name}” could not be marked`),
    download: (kick) => {
      downloadFrom(kick.downloadUrl);
    },
    remove: (kick) => {
      player.forget(kick.id);
      deletions.delete(kick.id);
      toasts.show(`“${kick.name}” is deleted.`, {
        stays_ms: UNDO_MS,
        action: { label: "Undo", run: () => void deletions.undo(kick.id) },
      });
    },
  };
}
