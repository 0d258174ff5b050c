/** All tracks and stems: search, filters, order, and a grid that stays quick however many there are. */

import { useRef } from "react";
import type { Track } from "@/core/api/types";
import { formatCount } from "@/core/format";
import { EXAMPLES } from "@/core/tracks/genres";
import { FIRST_QUERY, isNarrowed, type TrackQuery } from "@/core/tracks/query";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/hooks";
import { Chip, EmptyState } from "@/ui/parts";
import { SOUND_WORDS } from "@/ui/soundColours";
import { VirtualGrid } from "@/ui/VirtualGrid";
import { ReadFailure } from "../failures";
import { ListTitle } from "../ListTitle";
import { CardShadow } from "../SoundCard";
import { keys, useStudio } from "../studio";
import styles from "./catalog.module.css";
import { Details } from "./Details";
import { Filters } from "./Filters";
import { CARD_HEIGHT_PX, CARD_MIN_WIDTH_PX, TrackCard } from "./TrackCard";
import { useTrackWindow, type CatalogQuery } from "./useTracks";

/** The track whose stems and details are shown, and where it stood when they were opened. */
export interface Opened {
  readonly id: string;
  readonly at: number;
}

interface CatalogProps {
  catalog: CatalogQuery;
  open: Opened | null;
  onOpen(open: Opened | null): void;
  onTry(prompt: string): void;
  onAgain(id: string): void;
  onReuse(track: Track): void;
}

export function Catalog({ catalog, open, onOpen, onTry, onAgain, onReuse }: CatalogProps) {
  const { queries } = useStudio();
  const { query, change } = catalog;
  const { count, at, onRange, find, failure } = useTrackWindow(query);
  const now = useNow(60_000);
  const narrowed = isNarrowed(query);
  const found = open === null ? -1 : find(({ id }) => id === open.id);
  const openAt = found >= 0 ? found : (open?.at ?? -1);
  const there = at(openAt);
  const opened = there !== null && there.id === open?.id ? there : null;
  const keepsRoom = open !== null && (opened !== null || there === null); // far from the screen it is not read, but nothing may jump
  const grid = useRef<HTMLDivElement>(null);
  const close = () => {
    const button = grid.current?.querySelector<HTMLElement>(`[data-track="${open?.id ?? ""}"] [aria-expanded]`);
    onOpen(null);
    button?.focus({ preventScroll: true });
  };
  const unit = query.type === "main" ? "track" : "sound";
  return (
    <section aria-label="Your tracks" className={styles["catalog"]}>
      <div className={styles["head"]}>
        <ListTitle title="Your tracks" count={count === null ? "" : narrowed ? formatCount(count, "match", "matches") : formatCount(count, unit, `${unit}s`)} />
        <Filters query={query} change={change} />
      </div>
      {failure && count === null ? (
        <ReadFailure title="Your tracks could not be listed" failure={failure} onAgain={() => void queries.invalidateQueries({ queryKey: keys.tracks })} />
      ) : null}
      {count === 0 ? (
        <Nothing query={query} onTry={onTry} onClear={() => { change(FIRST_QUERY); }} />
      ) : (
        <div ref={grid}>
          <VirtualGrid
            key={JSON.stringify(query)}
            label="Tracks"
            count={count ?? 0}
            cardHeight_px={CARD_HEIGHT_PX}
            cardMinWidth_px={CARD_MIN_WIDTH_PX}
            onRange={onRange}
            insert={
              keepsRoom
                ? { after: openAt, node: opened ? <Details key={opened.id} track={opened} onAgain={onAgain} onReuse={onReuse} onClose={close} /> : null }
                : null
            }
            render={(index) => {
              const track = at(index);
              if (!track) return <CardShadow />;
              const isOpen = track === opened;
              return (
                <TrackCard
                  key={track.id}
                  track={track}
                  now={now}
                  open={isOpen}
                  onOpen={() => { onOpen(isOpen ? null : { id: track.id, at: index }); }}
                  onAgain={onAgain}
                  onReuse={onReuse}
                />
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

interface NothingProps {
  query: TrackQuery;
  onClear(): void;
  onTry(prompt: string): void;
}

function Nothing({ query, onClear, onTry }: NothingProps) {
  if (!isNarrowed(query) && (query.type === "main" || query.type === null)) {
    return (
      <EmptyState title="Your tracks will stand here">
        <p>Say what you want to hear and press Enter: a track comes of it, with bass, chords, melody and percussion as stems. Or try one of these:</p>
        <div className={styles["tries"]}>
          {EXAMPLES.map((example) => (
            <Chip key={example} onClick={() => { onTry(example); }}>
              {example}
            </Chip>
          ))}
        </div>
      </EmptyState>
    );
  }
  const onlyFavourites = query.favourite && query.search === "" && !query.looping && query.genre === "";
  return (
    <EmptyState title={onlyFavourites ? "No favourites yet" : "Nothing found"}>
      <p>{onlyFavourites ? "The star on a track puts it here." : query.type === null || query.type === "main" ? "No track fits all of this." : `There is no ${SOUND_WORDS[query.type].toLowerCase()} like this.`}</p>
      <Button onClick={onClear}>Show all tracks</Button>
    </EmptyState>
  );
}
