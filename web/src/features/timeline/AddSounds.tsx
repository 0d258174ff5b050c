/** Sounds to put on the timeline: tracks of the catalog and kicks, to hear, to drag, or to add at the playhead. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Kick, Track } from "@/core/api/types";
import { formatTime_s } from "@/core/format";
import type { Placeable } from "@/core/timeline/placing";
import { Button, IconButton, PlayButton } from "@/ui/Button";
import { useSettled } from "@/ui/hooks";
import { Chip, EmptyState } from "@/ui/parts";
import { SearchField } from "@/ui/SearchField";
import { SOUND_COLOURS, SOUND_WORDS } from "@/ui/soundColours";
import { ReadFailure } from "../failures";
import { useIsKickHidden, useIsTrackHidden } from "../hidden";
import { usePlayback } from "../playing";
import { keys, useStudio } from "../studio";
import styles from "./addSounds.module.css";
import { useTimeline } from "./context";
import { placeableOfKick, placeableOfTrack, soundOf } from "./sounds";

type Shelf = "tracks" | "kicks";

const PAGE = 40;

interface Page {
  count: number;
  kicks: Kick[];
  tracks: Track[];
}

interface AddSoundsProps {
  /** Somebody asked for it, so its field takes the focus. */
  asked: boolean;
  onClose(): void;
}

export function AddSounds({ asked, onClose }: AddSoundsProps) {
  const { calls } = useStudio();
  const [isKickHidden, isTrackHidden] = [useIsKickHidden(), useIsTrackHidden()];
  const [shelf, setShelf] = useState<Shelf>("tracks");
  const [search, setSearch] = useState("");
  const looked = useSettled(search.trim(), 200);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) field.current?.focus({ preventScroll: true });
  }, [asked]);
  const { data, error, fetchNextPage, hasNextPage, isFetching, refetch } = useInfiniteQuery({
    queryKey: shelf === "kicks" ? keys.kickSounds(looked) : keys.trackSounds(looked),
    initialPageParam: 0,
    queryFn: async ({ pageParam }): Promise<Page> => {
      if (shelf === "kicks") {
        const { count, kicks } = await calls.kicks({ search: looked, favourite: false, ordering: "-createdAt" }, PAGE, pageParam);
        return { count, kicks, tracks: [] };
      }
      const { count, results } = await calls.tracks({ search: looked }, PAGE, pageParam);
      return { count, kicks: [], tracks: results };
    },
    getNextPageParam: ({ count }, pages) => {
      const have = pages.length * PAGE;
      return have < count ? have : undefined;
    },
  });
  const sounds =
    data?.pages.flatMap(({ kicks, tracks }) => [
      ...kicks.filter((kick) => !isKickHidden(kick)).map(placeableOfKick),
      ...tracks.filter((track) => !isTrackHidden(track)).map(placeableOfTrack),
    ]) ?? null;
  return (
    <aside className={styles["drawer"]} aria-label="Add sounds">
      <div className={styles["top"]}>
        <h2>Add sounds</h2>
        <IconButton icon="close" label="Close the sounds" onClick={onClose} />
      </div>
      <SearchField ref={field} className={styles["search"]} label="Search your sounds" placeholder="Name or prompt" value={search} onChange={setSearch} />
      <div className={styles["chips"]} role="group" aria-label="Which sounds">
        <Chip aria-pressed={shelf === "tracks"} onClick={() => { setShelf("tracks"); }}>
          Tracks and stems
        </Chip>
        <Chip aria-pressed={shelf === "kicks"} onClick={() => { setShelf("kicks"); }}>
          Kicks
        </Chip>
      </div>
      {error ? <ReadFailure title="Your sounds could not be listed" failure={error} onAgain={() => void refetch()} /> : null}
      {sounds?.length === 0 ? <Nothing shelf={shelf} searched={looked !== ""} onKicks={() => { setShelf("kicks"); }} /> : null}
      <ul className={styles["list"]}>
        {sounds?.map((sound) => (
          <Sound key={sound.assetId} sound={sound} />
        ))}
        {hasNextPage ? (
          <li>
            <Button small disabled={isFetching} onClick={() => void fetchNextPage()}>
              {isFetching ? "Loading …" : "Show more"}
            </Button>
          </li>
        ) : null}
      </ul>
    </aside>
  );
}

function Nothing({ shelf, searched, onKicks }: { shelf: Shelf; searched: boolean; onKicks(): void }) {
  if (searched) return <EmptyState title="Nothing found">Try another word.</EmptyState>;
  return (
    <EmptyState title={shelf === "tracks" ? "No tracks yet" : "No kicks yet"}>
      <p>{shelf === "tracks" ? "What you compose under Tracks can be put together here." : "What you make under Kicks can be put together here."}</p>
      {shelf === "tracks" ? (
        <Button small onClick={onKicks}>
          Show the kicks
        </Button>
      ) : null}
    </EmptyState>
  );
}

function Sound({ sound }: { sound: Placeable }) {
  const { player, calls } = useStudio();
  const { commands, view } = useTimeline();
  const { asset } = sound;
  const heard = soundOf(sound, calls);
  const { playing, failed } = usePlayback(player, heard.id);
  const facts = [SOUND_WORDS[asset.type], formatTime_s(asset.durationS), asset.bpm === null ? null : `${Math.round(asset.bpm)} BPM`].filter((each) => each !== null);
  return (
    <li
      className={styles["sound"]}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", asset.name);
        event.dataTransfer.effectAllowed = "copy";
        view.drag(sound);
      }}
      onDragEnd={() => { view.drag(null); }}
    >
      <i style={{ background: SOUND_COLOURS[asset.type] }} />
      <PlayButton pauses={heard.stream !== undefined} playing={playing} of={asset.name} onClick={() => { player.toggle(heard); }} />
      <div className={styles["names"]}>
        <b title={asset.name}>{asset.name}</b>
        <span>{failed ?? facts.join(" · ")}</span>
      </div>
      <Button small onClick={() => { commands.add(sound); }} aria-label={`Add ${asset.name}`} title="On a track of its own, at the playhead; or drag it where it should go">
        Add
      </Button>
    </li>
  );
}
