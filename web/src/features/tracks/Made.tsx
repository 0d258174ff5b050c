/** What came of the last order: hear it, see what was understood, make it again. */

import type { TrackDetail } from "@/core/api/types";
import { compositionOf } from "@/core/tracks/details";
import { Button, PlayButton } from "@/ui/Button";
import { usePlayback } from "../playing";
import { useStudio } from "../studio";
import styles from "./running.module.css";
import { Understood } from "./Understood";
import { useTrackActions } from "./useTrackActions";

interface MadeProps {
  track: TrackDetail;
  onAgain(id: string): void;
  onShow(id: string): void;
}

export function Made({ track, onAgain, onShow }: MadeProps) {
  const { player } = useStudio();
  const actions = useTrackActions();
  const { playing, failed } = usePlayback(player, track.id);
  return (
    <section className={styles["made"]} aria-label="Just made" data-sound="main">
      <div className={styles["madeHead"]}>
        <PlayButton pauses playing={playing} of={track.name} onClick={() => { actions.toggle(track); }} />
        <h2>{track.name}</h2>
      </div>
      {failed ? <p role="alert">{failed}</p> : null}
      <Understood composition={compositionOf(track.metadata)} />
      <div className={styles["tools"]}>
        <Button small icon="again" onClick={() => { onAgain(track.id); }}>
          Again with another seed
        </Button>
        <Button small look="quiet" onClick={() => { onShow(track.id); }}>
          Show its stems
        </Button>
      </div>
    </section>
  );
}
