/** All kicks: search, favourites, order, and a grid that stays quick however many there are. */

import { useState } from "react";
import { describeFailure } from "@/core/api/failure";
import { ALL_KICKS, KICK_ORDERS, type KickOrdering, type KickQuery } from "@/core/api/endpoints";
import type { Kick } from "@/core/api/types";
import { formatCount } from "@/core/format";
import { Button } from "@/ui/Button";
import { inputClass } from "@/ui/Field";
import { useNow, useSettled } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { Chip, EmptyState, NoticeBox } from "@/ui/parts";
import { VirtualGrid } from "@/ui/VirtualGrid";
import { keys, useStudio } from "../studio";
import { CARD_HEIGHT_PX, CardShadow, KickCard } from "./KickCard";
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
        <h2>
          Your kicks{" "}
          <span className={[styles["count"], "tabular"].join(" ")} role="status">
            {count === null ? "" : formatCount(count, narrowed ? "match" : "kick", narrowed ? "matches" : "kicks")}
          </span>
        </h2>
        <div className={styles["filters"]}>
          <Search text={search} onChange={setSearch} />
          <Chip aria-pressed={favourite} onClick={() => { setFavourite(!favourite); }}>
            Favourites
          </Chip>
          <select
            className={[inputClass, styles["order"]].join(" ")}
            aria-label="Order"
            value={ordering}
            onChange={(event) => { setOrdering(event.target.value as KickOrdering); }}
          >
            {KICK_ORDERS.map((value) => (
              <option key={value} value={value}>
                {ORDERS[value]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {failure && count === null ? (
        <NoticeBox
          tone="bad"
          title="Your kicks could not be listed"
          action={
            <Button small onClick={() => void queries.invalidateQueries({ queryKey: keys.kicks })}>
              Try again
            </Button>
          }
        >
          {describeFailure(failure, now).body}
        </NoticeBox>
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

function Search({ text, onChange }: { text: string; onChange(text: string): void }) {
  return (
    <div className={styles["search"]}>
      <Icon name="search" size={18} />
      <input
        className={inputClass}
        type="search"
        aria-label="Search your kicks"
        placeholder="Name or prompt"
        value={text}
        onChange={(event) => { onChange(event.target.value); }}
      />
    </div>
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
