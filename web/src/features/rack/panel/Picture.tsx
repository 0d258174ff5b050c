/** The heart of the panel: one bar of the sound as it is written, and its spectrum. */

import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { isHeard, type RackState } from "@/core/rack/state";
import { PARAMETERS } from "@/core/rack/params";
import { useStudio } from "@/features/studio";
import { Button } from "@/ui/Button";
import { fitCanvas } from "@/ui/canvas";
import { useMedia, useStore } from "@/ui/hooks";
import { BarPicture } from "./barPicture";
import { NOISE_RGB, REVERB_RGB } from "./colours";
import { Ears } from "./ears";
import { useFrame } from "./frames";
import styles from "./picture.module.css";
import { BANDS, HIGH_HZ, LOW_HZ, SpectrumPicture, type FilterCurve } from "./spectrumPicture";

const STILL_MS = 4_000; // who wants no motion gets a new still picture this often

export function Picture() {
  const { rack, rackPlayer } = useStudio();
  const state = useStore(rack.state);
  const playing = useStore(rackPlayer.playing);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const bar = useRef<HTMLCanvasElement>(null);
  const spectrum = useRef<HTMLCanvasElement>(null);
  const [pictures] = useState(() => ({ bar: new BarPicture(), spectrum: new SpectrumPicture(), ears: new Ears() }));
  const drawn_ms = useRef(-Infinity);
  const [seen, setSeen] = useState(false);

  const draw = useCallback(() => {
    const moving = rackPlayer.playing.get();
    const inBar = fitCanvas(bar.current);
    if (inBar) pictures.bar.draw(inBar.context, inBar.ratio, moving && !still);
    const inSpectrum = fitCanvas(spectrum.current);
    if (inSpectrum) pictures.spectrum.draw(inSpectrum.context, inSpectrum.ratio, filtersOf(rack.state.get()));
  }, [rack, rackPlayer, pictures, still]);
  useEffect(draw, [draw, state, playing]);
  useEffect(() => {
    const observer = new ResizeObserver(draw);
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
    };
  }, [draw]);

  useFrame((frame) => {
    const { analyser } = rackPlayer;
    if (!analyser) return;
    const { ears } = pictures;
    pictures.spectrum.hear(ears.reader.bands(analyser, BANDS, LOW_HZ, HIGH_HZ));
    const heard = ears.hear(frame, analyser, rack.patch.values.bpm);
    if (heard) {
      pictures.bar.write(heard);
      if (!seen) setSeen(true);
    }
    if (still && frame.now_ms - drawn_ms.current < STILL_MS) return;
    drawn_ms.current = frame.now_ms;
    draw();
  });

  return (
    <div className={styles["picture"]}>
      <div className={styles["bar"]}>
        <canvas ref={bar} aria-hidden="true" />
        <Say seen={seen} />
      </div>
      <div className={styles["spectrum"]}>
        <canvas ref={spectrum} aria-hidden="true" />
      </div>
    </div>
  );
}

/** What the picture says where there is nothing to see yet, or nothing to hear. */
function Say({ seen }: { seen: boolean }): ReactNode {
  const { rackPlayer } = useStudio();
  const status = useStore(rackPlayer.status);
  const playing = useStore(rackPlayer.playing);
  const touch = useMedia("(pointer: coarse)");
  if (status.status === "failed") {
    return (
      <div className={styles["failed"]} role="alert">
        <p>
          <b>No sound.</b> {status.message}
        </p>
        <Button small icon="again" onClick={() => { rackPlayer.retry(); }}>
          Try again
        </Button>
      </div>
    );
  }
  if (status.status === "loading" && playing) {
    return (
      <p className={styles["say"]} role="status">
        Loading the sounds…
      </p>
    );
  }
  if (seen || playing) return null;
  if (touch) return <p className={styles["say"]}>Press Play</p>;
  return (
    <p className={styles["say"]}>
      <kbd>Space</kbd> plays, <kbd>Enter</kbd> cues for as long as you hold it
    </p>
  );
}

/** The filters that do something, of layers that are heard. */
function filtersOf(state: RackState): FilterCurve[] {
  const { noiseLowPassFreq, noiseHighPassFreq, noiseVolume, reverbLowPassFreq, reverbHighPassFreq, reverbVolume } = state.patch.values;
  const { low, high } = PARAMETERS.noiseLowPassFreq;
  const curves: (FilterCurve & { on: boolean })[] = [
    { lowPass_hz: noiseLowPassFreq, highPass_hz: noiseHighPassFreq, rgb: NOISE_RGB, on: isHeard(state, "noise") && noiseVolume > PARAMETERS.noiseVolume.low },
    { lowPass_hz: reverbLowPassFreq, highPass_hz: reverbHighPassFreq, rgb: REVERB_RGB, on: isHeard(state, "reverb") && reverbVolume > PARAMETERS.reverbVolume.low },
  ];
  return curves.filter(({ lowPass_hz, highPass_hz, on }) => on && (lowPass_hz < high || highPass_hz > low));
}
