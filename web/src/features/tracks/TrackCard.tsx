/** A track or stem in the catalog: hear it, see it, name it, take it along. */

import { useCallback } from "react";
import type { Track } from "@/core/api/types";
import { formatAgo, formatBytes, formatClock_s, formatTempo } from "@/core/format";
import { NAME_MAX_CHARS } from "@/core/tracks/recipe";
import { IconButton, PlayButton } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Menu } from "@/ui/Menu";
import type { MenuItem } from "@/ui/MenuItems";
import { SOUND_WORDS } from "@/ui/soundColours";
import { usePlayback } from "../playing";
import { CardFoot, CardWave, PromptLine, SoundCard } from "../SoundCard";
import { useStudio } from "../studio";
import styles from "./card.module.css";
import { soundOf } from "./sounds";
import { TrackWave } from "./TrackWave";
import { useTrackActions } from "./useTrackActions";

export const CARD_HEIGHT_PX = 188;
export const CARD_MIN_WIDTH_PX = 340;

interface TrackCardProps {
  track: Track;
  now: Date;
  /** Its stems and details are shown below. */
  open: boolean;
  onOpen(): void;
  onAgain(id: string): void;
  onReuse(track: Track): void;
}

export function TrackCard({ track, now, open, onOpen, onAgain, onReuse }: TrackCardProps) {
  const { player, calls } = useStudio();
  const actions = useTrackActions();
  const { playing, failed } = usePlayback(player, track.id);
  const cue = useCallback(() => {
    if (player.state.get().status !== "playing") player.cue(soundOf(track, calls));
  }, [player, calls, track]);
  const isMain = track.type === "main";
  const items: (MenuItem | null)[] = [
    ...(isMain ? [{ label: "Add all stems to the timeline", icon: "timeline" as const, onChoose: () => { actions.stemsToTimeline(track); } }] : []),
    { label: "Download track and stems", icon: "zip", onChoose: () => { actions.downloadAll(track); } },
    { label: "Download the notes (MIDI)", icon: "midi", onChoose: () => { actions.downloadMidi(track); } },
    null,
    { label: "Again with another seed", icon: "again", onChoose: () => { onAgain(track.id); } },
    { label: "Reuse the prompt", icon: "reuse", onChoose: () => { onReuse(track); } },
    null,
    { label: isMain ? "Delete with its stems" : "Delete", icon: "trash", danger: true, onChoose: () => { actions.remove(track); } },
  ];
  const facts = [formatClock_s(track.durationS), formatTempo(track.bpm), track.key, track.format.toUpperCase(), formatBytes(track.sizeBytes)];
  return (
    <SoundCard
      className={styles["card"]}
      data-track={track.id}
      data-sound={track.type}
      data-open={open}
      sound={track}
      nameMax_chars={NAME_MAX_CHARS}
      onRename={(name) => { actions.rename(track, name); }}
      onFavourite={() => { actions.favourite(track); }}
      play={<PlayButton pauses playing={playing} of={track.name} onClick={() => { actions.toggle(track); }} />}
      line={
        failed ? (
          <p className={styles["failed"]} role="alert">
            {failed} Press play to try again.
          </p>
        ) : (
          <PromptLine prompt={track.prompt} />
        )
      }
      onFocus={cue}
    >
      <CardWave>
        <TrackWave track={track} />
      </CardWave>
      <div className={[styles["facts"], "tabular"].join(" ")}>
        <span className={styles["badge"]}>{SOUND_WORDS[track.type]}</span>
        {track.looping ? (
          <span className={styles["loop"]} title="A loop: whole bars, the end goes over into the beginning">
            <Icon name="loop" size={14} /> Loop
          </span>
        ) : null}
        <span className={styles["cut"]} title={`${facts.join(" · ")} · ${track.genre} · seed ${track.seed}`}>
          {facts.join(" · ")}
        </span>
      </div>
      <CardFoot>
        <button type="button" className={styles["more"]} aria-expanded={open} onClick={onOpen}>
          <Icon name="chevron" size={18} /> Stems and details
        </button>
        <span className={styles["ago"]}>{formatAgo(new Date(track.createdAt), now)}</span>
        <IconButton small icon="timeline" label={`Add ${track.name} to the timeline`} onClick={() => { actions.toTimeline(track); }} />
        <IconButton small icon="download" label={`Download ${track.name}`} onClick={() => { actions.download(track); }} />
        <Menu small icon="more" label={`More for ${track.name}`} items={items} />
      </CardFoot>
    </SoundCard>
  );
}
