/** The person's kicks as the screens need them: pages around what is visible, one kick, and what is left of the limits. */

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { KickQuery } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { useStore } from "@/ui/hooks";
import { keys, useStudio } from "../studio";

const PAGE = 24;

export interface KickWindow {
  /** Kicks in all, less those being deleted; null before the first answer. */
  count: number | null;
  at(index: number): Kick | null;
  onRange(first: number, end: number): void;
  failure: Error | null;
}

export function useKickWindow(query: KickQuery): KickWindow {
  const { calls, deletions } = useStudio();
  const hidden = useStore(deletions.hidden);
  const [range, setRange] = useState({ first: 0, end: 1 });
  const onRange = useCallback((first: number, end: number) => {
    setRange((old) => (old.first === first && old.end === end ? old : { first, end }));
  }, []);

  const firstPage = Math.floor(range.first / PAGE);
  const lastPage = Math.max(firstPage, Math.floor((range.end + hidden.size - 1) / PAGE));
  const near = Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i);
  const indexes = near[0] === 0 ? near : [0, ...near]; // the first page knows the count while the others are on their way
  const results = useQueries({
    queries: indexes.map((page) => ({
      queryKey: keys.kickPage(query, page),
      queryFn: () => calls.kicks(query, PAGE, page * PAGE),
      placeholderData: keepPreviousData,
    })),
  });

  const pages = new Map<number, Kick[]>();
  results.forEach(({ data, isPlaceholderData }, i) => {
    if (data && !isPlaceholderData) pages.set(indexes[i] ?? 0, data.kicks);
  });
  const total = results[0]?.data?.count ?? null;
  const failure = results.find(({ error }) => error)?.error ?? null;
  const gone: number[] = [];
  for (const page of indexes) {
    pages.get(page)?.forEach((kick, i) => {
      if (hidden.has(kick.id)) gone.push(page * PAGE + i);
    });
  }
  const at = (index: number): Kick | null => {
    let real = index;
    for (const skipped of gone) if (skipped <= real) real++;
    return pages.get(Math.floor(real / PAGE))?.[real % PAGE] ?? null;
  };
  const count = total === null ? null : Math.max(0, total - gone.length);
  return { count, at, onRange, failure };
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
