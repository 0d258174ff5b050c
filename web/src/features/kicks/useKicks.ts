/** The person's kicks as the screens need them: those around what is visible, one kick, and the words for them. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { KickQuery } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { useStore } from "@/ui/hooks";
import { useIsKickHidden } from "../hidden";
import { useListWindow, type ListWindow } from "../listWindow";
import { keys, useStudio } from "../studio";

const PAGE = 24;

export function useKickWindow(query: KickQuery): ListWindow<Kick> {
  const { calls, deletions } = useStudio();
  return useListWindow({
    page: PAGE,
    key: (page) => keys.kickPage(query, page),
    read: async (limit, offset) => calls.kicks(query, limit, offset),
    itemsOf: ({ kicks }) => kicks,
    hidden: useIsKickHidden(),
    hiddenMost: useStore(deletions.hidden).size,
  });
}

export function useKick(kick: Kick | null): Kick | null {
  const { calls } = useStudio();
  const { data } = useQuery({
    queryKey: keys.kick(kick?.id ?? ""),
    queryFn: () => calls.kick(kick?.id ?? ""),
    enabled: kick !== null,
    initialData: kick ?? undefined,
    staleTime: 60_000,
  });
  return kick === null ? null : (data ?? kick);
}

export function useWords() {
  const { calls } = useStudio();
  const { data } = useQuery({ queryKey: keys.words, queryFn: calls.words, staleTime: Infinity });
  return useMemo(() => ({ words: data?.words ?? [], examples: data?.examples ?? FIRST_EXAMPLES }), [data]);
}

const FIRST_EXAMPLES = ["deep punchy house", "short clean 909", "long dark 808", "distorted hard techno"];
