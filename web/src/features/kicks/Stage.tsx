/** The sound in the middle of the page: large waveform, live spectrum, what was understood, and everything to do with it. */

import { useCallback, useEffect, useState } from "react";
import { LiveReader } from "@/audio/live";
import { bodyPitch_hz, pitchCurve, type PitchPoint } from "@/audio/pitch";
import type { Sound } from "@/audio/player";
import { starterSound } from "@/audio/starter";
import type { Kick } from "@/core/api/types";
import { formatAgo, formatLufs } from "@/core/format";
import { noteOf } from "@/core/kicks/notes";
import { NAME_MAX_CHARS, STRENGTH } from "@/core/kicks/recipe";
import { formatSlider, SLIDER_NAMES, SLIDERS } from "@/core/kicks/sliders";
import { Button, IconButton, PlayButton } from "@/ui/Button";
import { EditableText } from "@/ui/EditableText";
import { FavouriteButton } from "@/ui/FavouriteButton";
import { useNow } from "@/ui/hooks";
import { NoticeBox, Tag } from "@/ui/parts";
import { Slider } from "@/ui/Slider";
import { Spectrum, SPECTRUM_HIGH_HZ, SPECTRUM_LOW_HZ } from "@/ui/Spectrum";
import { Waveform } from "@/ui/Waveform";
import { usePlayback } from "../playing";
import { useStudio } from "../studio";
import { KICK_COLOUR, soundOf, type KickSound } from "./sounds";
import styles from "./stage.module.css";
import { useKickActions } from "./useKickActions";

export interface StageProps {
  kick: Kick;
  strength: number;
  onStrength(strength: number): void;
  onVary(kick: Kick): void;
  onBlend(kick: Kick): void;
  onAgain(kick: Kick): void;
  onReuse(kick: Kick): void;
}

export function Stage({ kick, strength, onStrength, onVary, onBlend, onAgain, onReuse }: StageProps) {
  const { player, calls } = useStudio();
  const actions = useKickActions();
  const sound = soundOf(kick, calls);
  const { playing, failed } = usePlayback(player, kick.id);
  const curve = usePitchCurve(sound);
  return (
    <section className={styles["stage"]} aria-label="Now">
      <div className={styles["head"]}>
        <PlayButton large playing={playing} of={kick.name} onClick={() => { actions.toggle(kick); }} />
        <div className={styles["names"]}>
          <EditableText large label="Name" text={kick.name} maxLength={NAME_MAX_CHARS} onSave={(name) => { actions.rename(kick, name); }} />
          <Understood kick={kick} />
        </div>
        <div className={styles["icons"]}>
          <FavouriteButton on={kick.isFavourite} onClick={() => { actions.favourite(kick); }} />
          <IconButton icon="download" label={`Download ${kick.name}`} onClick={() => { actions.download(kick); }} />
          <IconButton icon="trash" label={`Delete ${kick.name}`} onClick={() => { actions.remove(kick); }} />
        </div>
      </div>
      {failed ? <NoticeBox tone="bad" title="No sound">{failed} The kick itself is safe; try again in a moment.</NoticeBox> : null}
      <Pictures sound={sound} playing={playing} label={`Position in ${kick.name}`} curve={curve} onSeek={(at_s) => { actions.playFrom(kick, at_s); }} />
      <Facts kick={kick} pitch_hz={bodyPitch_hz(curve)} />
      <div className={styles["tools"]}>
        <div className={styles["vary"]}>
          <Button icon="vary" onClick={() => { onVary(kick); }}>
            Vary
          </Button>
          <Slider label="How far from this kick" value={strength} low={STRENGTH.low} high={STRENGTH.high} step={0.05} reset={STRENGTH.start} text={`${Math.round(strength * 100)} %`} onChange={onStrength} />
        </div>
        <Button icon="blend" onClick={() => { onBlend(kick); }}>
          Blend
        </Button>
        <Button icon="again" title="The same settings with another seed" onClick={() => { onAgain(kick); }}>
          Again
        </Button>
        <Button icon="reuse" title="Puts this kick's prompt and settings into the maker" onClick={() => { onReuse(kick); }}>
          Use settings
        </Button>
      </div>
    </section>
  );
}

/** What the prompt's words became. */
function Understood({ kick }: { kick: Kick }) {
  const { known, mapped, ignored } = kick.understood;
  if (kick.prompt === "" && known.length === 0) return <p className={styles["prompt"]}>Made without a prompt</p>;
  return (
    <div className={styles["tags"]} title={kick.prompt}>
      {known.map((word) => (
        <Tag key={word} tone="known" title="Understood">
          {word}
        </Tag>
      ))}
      {mapped.map(({ from, to }) => (
        <Tag key={from} tone="mapped" title={`Taken as “${to}”`}>
          {from} → {to}
        </Tag>
      ))}
      {ignored.map((word) => (
        <Tag key={word} tone="ignored" title="Not known; it had no effect">
          {word}: not known
        </Tag>
      ))}
    </div>
  );
}

function Facts({ kick, pitch_hz }: { kick: Kick; pitch_hz: number | null }) {
  const now = useNow(60_000);
  const set = SLIDER_NAMES.filter((name) => kick.sliders[name] !== null);
  const source = { prompt: null, variation: "A variation", interpolation: "A blend" }[kick.source.kind];
  return (
    <ul className={[styles["facts"], "tabular"].join(" ")}>
      {source ? <li>{source}</li> : null}
      {set.map((name) => (
        <li key={name}>
          {SLIDERS[name].label} set to <b>{formatSlider(name, kick.sliders[name])}</b>
        </li>
      ))}
      {pitch_hz === null ? null : (
        <li title="Measured where the body has settled">
          <span className={styles["curveKey"]} aria-hidden="true" /> Sounds at{" "}
          <b>
            {formatSlider("pitchHz", pitch_hz)} {noteOf(pitch_hz).name}
          </b>
        </li>
      )}
      {kick.lufs === null ? null : <li>{formatLufs(kick.lufs)}</li>}
      <li>
        Seed <b>{kick.seed}</b>
      </li>
      <li title={new Date(kick.createdAt).toLocaleString()}>{formatAgo(new Date(kick.createdAt), now)}</li>
    </ul>
  );
}

interface PicturesProps {
  sound: Pick<KickSound, "id" | "peaks" | "duration_s" | "window_s">;
  playing: boolean;
  label: string;
  curve: readonly PitchPoint[];
  onSeek(position_s: number): void;
}

/** How the pitch falls, measured once the sound is loaded. */
function usePitchCurve(sound: Sound): readonly PitchPoint[] {
  const { player } = useStudio();
  const [measured, setMeasured] = useState<{ id: string; curve: readonly PitchPoint[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    player.samples(sound).then(
      ({ samples, sampleRate_hz }) => {
        if (wanted) setMeasured({ id: sound.id, curve: pitchCurve(samples, sampleRate_hz) });
      },
      () => undefined, // without a curve; playing says what is wrong
    );
    return () => {
      wanted = false;
    };
  }, [player, sound]);
  return measured?.id === sound.id ? measured.curve : NO_CURVE;
}

const NO_CURVE: readonly PitchPoint[] = [];

function Pictures({ sound, playing, label, curve, onSeek }: PicturesProps) {
  const { player } = useStudio();
  const [reader] = useState(() => new LiveReader());
  const position = useCallback(() => player.position_s(sound.id), [player, sound.id]);
  const read = useCallback(
    (count: number) => {
      const { analyser } = player;
      return analyser && player.position_s(sound.id) !== null ? reader.bands(analyser, count, SPECTRUM_LOW_HZ, SPECTRUM_HIGH_HZ) : null;
    },
    [player, reader, sound.id],
  );
  return (
    <div className={styles["pictures"]}>
      <div className={styles["wave"]}>
        <Waveform
          label={label}
          peaks={sound.peaks}
          duration_s={sound.duration_s}
          window_s={sound.window_s}
          colour={KICK_COLOUR}
          playing={playing}
          position={position}
          onSeek={onSeek}
          curve={curve}
          marks
        />
      </div>
      <Spectrum key={sound.id} active={playing} colour={KICK_COLOUR} read={read} />
    </div>
  );
}

/** What a fresh studio shows: a sound that is there already. */
export function StarterStage() {
  const { player } = useStudio();
  const [sound] = useState(starterSound);
  const { playing } = usePlayback(player, sound.id);
  const curve = usePitchCurve(sound);
  useEffect(() => {
    player.cue(sound); // Space plays what one sees
  }, [player, sound]);
  return (
    <section className={styles["stage"]} aria-label="Now">
      <div className={styles["head"]}>
        <PlayButton large playing={playing} of="a plain kick" onClick={() => { player.toggle(sound); }} />
        <div className={styles["names"]}>
          <h2 className={styles["starterTitle"]}>A plain kick, to begin with</h2>
          <p className={styles["prompt"]}>
            Your browser drew this one just now: a sine wave falling to a G1. Press <kbd>Space</kbd> to hear it. Then describe a better one, or pick a
            prompt to try.
          </p>
        </div>
      </div>
      <Pictures sound={{ ...sound, window_s: sound.duration_s }} playing={playing} label="Position in a plain kick" curve={curve} onSeek={(at_s) => void player.play(sound, at_s)} />
    </section>
  );
}
