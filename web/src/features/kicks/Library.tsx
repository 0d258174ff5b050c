/** All kicks: search, favourites, order, and a grid that stays quick however many there are. */

import { useState } from "react";
import { ALL_KICKS, KICK_ORDERS, type KickOrdering, type KickQuery } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { formatCount } from "@/core/format";
import { Button } from "@/ui/Button";
import { useNow, useSettled } from "@/ui/hooks";
import { Chip, EmptyState } from "@/ui/parts";
import { SearchField } from "@/ui/SearchField";
import { Select } from "@/ui/Select";
import { VirtualGrid } from "@/ui/VirtualGrid";
import { ReadFailure } from "../failures";
import { ListTitle } from "../ListTitle";
import { CardShadow } from "../SoundCard";
import { keys, useStudio } from "../studio";
import { CARD_HEIGHT_PX, KickCard } from "./KickCard";
import styles from "./library.module.css";
import { useKickWindow, useWords } from "./useKicks";

const ORDERS: Record<KickOrdering, string> = {
  "-createdAt": "Newest first",
  createdAt: "Oldest first",
  name: "By name",
  "-lufs": "Loudest first",
};

interface LibraryProps {
  selectedId: string | null;
  onTry(prompt: string): void;
  onSelect(kick: Kick): void;
  onVary(kick: Kick): void;
  onBlend(kick: Kick): void;
  onAgain(kick: Kick): void;
  onReuse(kick: Kick): void;
}

export function Library(props: LibraryProps) {
  const { queries } = useStudio();
  const [search, setSearch] = useState("");
  const [favourite, setFavourite] = useState(false);
  const [ordering, setOrdering] = useState<KickOrdering>(ALL_KICKS.ordering);
  const query: KickQuery = { search: useSettled(search.trim(), 200), favourite, ordering };
  const { count, at, onRange, failure } = useKickWindow(query);
  const now = useNow(60_000);
  const narrowed = query.search !== "" || favourite;
  return (
    <section aria-label="Your kicks" className={styles["library"]}>
      <div className={styles["head"]}>
        <ListTitle title="Your kicks" count={count === null ? "" : formatCount(count, narrowed ? "match" : "kick", narrowed ? "matches" : "kicks")} />
        <div className={styles["filters"]}>
          <SearchField className={styles["search"]} label="Search your kicks" placeholder="Name or prompt" value={search} onChange={setSearch} />
          <Chip aria-pressed={favourite} onClick={() => { setFavourite(!favourite); }}>
            Favourites
          </Chip>
          <Select className={styles["order"]} aria-label="Order" value={ordering} values={KICK_ORDERS} wordOf={(each) => ORDERS[each]} onChange={(order) => { setOrdering(order); }} />
        </div>
      </div>
      {failure && count === null ? (
        <ReadFailure title="Your kicks could not be listed" failure={failure} onAgain={() => void queries.invalidateQueries({ queryKey: keys.kicks })} />
      ) : null}
      {count === 0 ? (
        <Nothing onTry={props.onTry} narrowed={narrowed} favourite={favourite && query.search === ""} onClear={() => { setSearch(""); setFavourite(false); }} />
      ) : (
        <VirtualGrid
          key={JSON.stringify(query)}
          label="Kicks"
          count={count ?? 0}
          cardHeight_px={CARD_HEIGHT_PX}
          cardMinWidth_px={272}
          onRange={onRange}
          render={(index) => {
            const kick = at(index);
            return kick ? <KickCard key={kick.id} kick={kick} now={now} selected={kick.id === props.selectedId} {...props} /> : <CardShadow />;
          }}
        />
      )}
    </section>
  );
}

interface NothingProps {
  narrowed: boolean;
  favourite: boolean;
  onClear(): void;
  onTry(prompt: string): void;
}

function Nothing({ narrowed, favourite, onClear, onTry }: NothingProps) {
  const { examples } = useWords();
  if (!narrowed) {
    return (
      <EmptyState title="Your kicks will stand here">
        <p>Each with its waveform to play, a name, and all it takes to make it again. Try one of these:</p>
        <div className={styles["tries"]}>
          {examples.map((example) => (
            <Chip key={example} onClick={() => { onTry(example); }}>
              {example}
            </Chip>
          ))}
        </div>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={favourite ? "No favourites yet" : "Nothing found"}>
      <p>{favourite ? "The star on a kick puts it here." : "No kick has this in its name or prompt."}</p>
      <Button onClick={onClear}>Show all</Button>
    </EmptyState>
  );
}
