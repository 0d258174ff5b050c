/** One stem of a track: hear it alone, take it along. */

import type { Track } from "@/core/api/types";
import { IconButton, PlayButton } from "@/ui/Button";
import { FavouriteButton } from "@/ui/FavouriteButton";
import { SOUND_WORDS } from "@/ui/soundColours";
import { usePlayback } from "../playing";
import { useStudio } from "../studio";
import styles from "./details.module.css";
import { TrackWave } from "./TrackWave";
import { useTrackActions } from "./useTrackActions";

export function StemRow({ stem }: { stem: Track }) {
  const { player } = useStudio();
  const actions = useTrackActions();
  const { playing, failed } = usePlayback(player, stem.id);
  return (
    <li className={styles["stem"]} data-track={stem.id} data-sound={stem.type}>
      <PlayButton small pauses playing={playing} of={stem.name} onClick={() => { actions.toggle(stem); }} />
      <b className={styles["stemName"]}>{SOUND_WORDS[stem.type]}</b>
      <div className={styles["stemWave"]}>{failed ? <span role="alert">{failed}</span> : stem.lufs === null ? <span className={styles["silent"]}>silent</span> : <TrackWave track={stem} />}</div>
      <div className={styles["stemTools"]}>
        <FavouriteButton small on={stem.isFavourite} of={stem.name} onClick={() => { actions.favourite(stem); }} />
        <IconButton small icon="timeline" label={`Add ${stem.name} to the timeline`} onClick={() => { actions.toTimeline(stem); }} />
        <IconButton small icon="download" label={`Download ${stem.name}`} onClick={() => { actions.download(stem); }} />
        <IconButton small icon="trash" label={`Delete ${stem.name}`} onClick={() => { actions.remove(stem); }} />
      </div>
    </li>
  );
}
