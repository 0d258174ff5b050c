/** A long list of the server as a grid needs it: only the pages around what is visible, less what is being deleted. */

import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";

export interface ListWindow<T> {
  /** How many in all, less those being deleted; null before the first answer. */
  count: number | null;
  at(index: number): T | null;
  onRange(first: number, end: number): void;
  /** Where the first one is of which this is true, among those near the screen; -1 if none is. */
  find(wanted: (item: T) => boolean): number;
  failure: Error | null;
}

interface Parts<T, P> {
  page: number;
  key(page: number): readonly unknown[];
  read(limit: number, offset: number): Promise<P>;
  itemsOf(page: P): readonly T[];
  hidden(item: T): boolean;
  /** No more than so many are hidden. */
  hiddenMost: number;
}

export function useListWindow<T, P extends { count: number }>({ page: size, key, read, itemsOf, hidden, hiddenMost }: Parts<T, P>): ListWindow<T> {
  const [range, setRange] = useState({ first: 0, end: 1 });
  const onRange = useCallback((first: number, end: number) => {
    setRange((old) => (old.first === first && old.end === end ? old : { first, end }));
  }, []);

  const firstPage = Math.floor(range.first / size);
  const lastPage = Math.max(firstPage, Math.floor((range.end + hiddenMost - 1) / size));
  const near = Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i);
  const indexes = near[0] === 0 ? near : [0, ...near]; // the first page knows the count while the others are on their way
  const results = useQueries({
    queries: indexes.map((page) => ({
      queryKey: key(page),
      queryFn: () => read(size, page * size),
      placeholderData: keepPreviousData,
    })),
  });

  const pages = new Map<number, readonly T[]>();
  results.forEach(({ data, isPlaceholderData }, i) => {
    if (data && !isPlaceholderData) pages.set(indexes[i] ?? 0, itemsOf(data));
  });
  const total = results[0]?.data?.count ?? null;
  const failure = results.find(({ error }) => error)?.error ?? null;
  const gone: number[] = [];
  for (const page of indexes) {
    pages.get(page)?.forEach((item, i) => {
      if (hidden(item)) gone.push(page * size + i);
    });
  }
  const at = (index: number): T | null => {
    let real = index;
    for (const skipped of gone) if (skipped <= real) real++;
    return pages.get(Math.floor(real / size))?.[real % size] ?? null;
  };
  const count = total === null ? null : Math.max(0, total - gone.length);
  const find = (wanted: (item: T) => boolean): number => {
    for (let index = 0; index < Math.min(range.end, count ?? 0); index++) {
      const item = at(index);
      if (item && wanted(item)) return index;
    }
    return -1;
  };
  return { count, at, onRange, find, failure };
}
