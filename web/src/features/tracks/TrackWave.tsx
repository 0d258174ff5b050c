/** The waveform of a track in the colour of its type; it is the seek bar. Nothing is loaded for it. */

import { useCallback } from "react";
import type { Track } from "@/core/api/types";
import { SOUND_COLOURS } from "@/ui/soundColours";
import { Waveform } from "@/ui/Waveform";
import { usePlayback } from "../playing";
import { useStudio } from "../studio";
import { soundOf } from "./sounds";
import { useTrackActions } from "./useTrackActions";

const STEP_S = 5;
const STEP_SHARE = 0.1; // of short ones

export function TrackWave({ track }: { track: Track }) {
  const { player, calls } = useStudio();
  const actions = useTrackActions();
  const { playing, paused } = usePlayback(player, track.id);
  const { peaks, duration_s } = soundOf(track, calls);
  const at = useCallback(() => (playing || paused ? player.position_s(track.id) : null), [player, track.id, playing, paused]);
  return (
    <Waveform
      label={`Position in ${track.name}`}
      peaks={peaks}
      duration_s={duration_s}
      window_s={duration_s}
      colour={SOUND_COLOURS[track.type]}
      playing={playing}
      position={at}
      step_s={Math.min(STEP_S, duration_s * STEP_SHARE)}
      onSeek={(at_s) => { actions.playFrom(track, at_s); }}
    />
  );
}
