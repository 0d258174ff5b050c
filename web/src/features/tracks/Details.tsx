/** Below a card: how the track is built, its stems to hear one by one, and what was understood of the prompt. */

import { describeFailure } from "@/core/api/failure";
import type { Track } from "@/core/api/types";
import { formatLufs } from "@/core/format";
import { Button, IconButton } from "@/ui/Button";
import { NoticeBox } from "@/ui/parts";
import { Arrangement } from "./Arrangement";
import styles from "./details.module.css";
import { StemRow } from "./StemRow";
import { Understood } from "./Understood";
import { useTrackActions } from "./useTrackActions";
import { useComposition, useFamily } from "./useTracks";

interface DetailsProps {
  track: Track;
  onAgain(id: string): void;
  onReuse(track: Track): void;
  onClose(): void;
}

export function Details({ track, onAgain, onReuse, onClose }: DetailsProps) {
  const actions = useTrackActions();
  const { tracks, failure } = useFamily(track.generationId);
  const { composition, failure: missing } = useComposition(track.id);
  const main = tracks?.find(({ type }) => type === "main") ?? null;
  const stems = tracks?.filter(({ type }) => type !== "main") ?? [];
  const whole = main ?? track;
  const problem = failure ?? missing;
  return (
    <section className={styles["details"]} aria-label={`Stems and details of ${track.name}`}>
      <div className={styles["top"]}>
        <h3>{whole.name}</h3>
        <IconButton small icon="close" label="Close the details" onClick={onClose} />
      </div>
      {problem && !(tracks && composition) ? (
        <NoticeBox tone="bad" title="The details could not be read">
          {describeFailure(problem, new Date()).body}
        </NoticeBox>
      ) : null}
      {composition && main ? <Arrangement track={main} composition={composition} /> : null}
      {tracks && !main ? <p className={styles["note"]}>The whole track was deleted; its stems are still here.</p> : null}
      <ul className={styles["stems"]} aria-label="Stems">
        {stems.map((stem) => (
          <StemRow key={stem.id} stem={stem} />
        ))}
        {tracks === null && !problem ? <li className={styles["waiting"]}>Reading the stems …</li> : null}
      </ul>
      {composition ? <Understood composition={composition} /> : null}
      <dl className={[styles["facts"], "tabular"].join(" ")}>
        <Fact term="Prompt" text={whole.prompt} />
        <Fact term="Loudness" text={whole.lufs === null ? "silence" : `${formatLufs(whole.lufs)}, true peak ${whole.truePeakDbtp.toFixed(1).replace("-", "−")} dB`} />
        <Fact term="File" text={`${whole.format.toUpperCase()}, ${whole.sampleRate / 1000} kHz, ${whole.channels === 1 ? "mono" : "stereo"}`} />
        <Fact term="Seed" text={String(whole.seed)} />
      </dl>
      <div className={styles["tools"]}>
        <Button small icon="again" onClick={() => { onAgain(track.id); }}>
          Again with another seed
        </Button>
        <Button small icon="reuse" onClick={() => { onReuse(track); }}>
          Reuse the prompt
        </Button>
        <Button small icon="timeline" disabled={stems.length === 0} onClick={() => { actions.stemsToTimeline(track); }}>
          Stems to the timeline
        </Button>
        <Button small icon="zip" onClick={() => { actions.downloadAll(track); }}>
          All as zip
        </Button>
        <Button small icon="midi" onClick={() => { actions.downloadMidi(track); }}>
          MIDI
        </Button>
        <Button small look="danger" icon="trash" onClick={() => { actions.remove(whole); }}>
          {whole.type === "main" ? "Delete with its stems" : "Delete"}
        </Button>
      </div>
    </section>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
