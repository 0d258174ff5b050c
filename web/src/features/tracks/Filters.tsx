/** What the catalog shows and in which order. */

import { useEffect, useRef, useState } from "react";
import { GENRES } from "@/core/tracks/genres";
import { TRACK_SORTS, TRACK_TYPES, type TrackSort, type TrackType } from "@/core/tracks/query";
import { Chip } from "@/ui/parts";
import { SearchField } from "@/ui/SearchField";
import { Select } from "@/ui/Select";
import { SOUND_WORDS } from "@/ui/soundColours";
import styles from "./catalog.module.css";
import type { CatalogQuery } from "./useTracks";

const SORTS: Record<TrackSort, string> = {
  "-created": "Newest first",
  created: "Oldest first",
  name: "By name",
  "-duration": "Longest first",
  duration: "Shortest first",
  "-bpm": "Fastest first",
  bpm: "Slowest first",
  "-size": "Largest first",
  size: "Smallest first",
};

const ANY_GENRE: readonly string[] = ["", ...GENRES];

const TYPES: readonly (TrackType | null)[] = [...TRACK_TYPES, null];
const typeWord = (type: TrackType | null): string => (type === null ? "Everything" : type === "main" ? "Tracks" : SOUND_WORDS[type]);

export function Filters({ query, change }: CatalogQuery) {
  return (
    <div className={styles["filters"]}>
      <Search text={query.search} onChange={(search) => { change({ search }, true); }} />
      <div className={styles["selects"]}>
        <Select
          className={styles["select"]}
          aria-label="Genre"
          value={query.genre}
          values={ANY_GENRE}
          wordOf={(genre) => genre || "All genres"}
          onChange={(genre) => { change({ genre }); }}
        />
        <Select className={styles["select"]} aria-label="Order" value={query.sort} values={TRACK_SORTS} wordOf={(sort) => SORTS[sort]} onChange={(sort) => { change({ sort }); }} />
      </div>
      <div className={styles["chips"]} role="group" aria-label="Which sounds">
        {TYPES.map((type) => (
          <Chip key={type ?? "all"} aria-pressed={query.type === type} onClick={() => { change({ type }); }}>
            {type === null ? null : <i className={styles["dot"]} data-sound={type} aria-hidden="true" />}
            {typeWord(type)}
          </Chip>
        ))}
        <span className={styles["gap"]} aria-hidden="true" />
        <Chip aria-pressed={query.favourite} onClick={() => { change({ favourite: !query.favourite }); }}>
          Favourites
        </Chip>
        <Chip aria-pressed={query.looping} onClick={() => { change({ looping: !query.looping }); }}>
          Loops
        </Chip>
      </div>
    </div>
  );
}

const STILL_MS = 200;

/** What is typed is looked for once the hands rest. */
function Search({ text, onChange }: { text: string; onChange(text: string): void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => { clearTimeout(timer.current); }, []);
  return (
    <SearchField
      className={styles["search"]}
      label="Search your tracks"
      placeholder="Name, prompt, genre or key"
      value={draft ?? text}
      onChange={(typed) => {
        setDraft(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          setDraft(null);
          onChange(typed.trim());
        }, STILL_MS);
      }}
    />
  );
}
