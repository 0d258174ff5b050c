/** The spectrum of what is sounding, in bands spaced as ears hear them. */

import { useCallback, useEffect, useRef } from "react";
import { fitCanvas } from "./canvas";
import { useFrames, useMedia } from "./hooks";
import styles from "./spectrum.module.css";

interface SpectrumProps {
  active: boolean;
  colour: string;
  /** 0 to 1 for each of `count` bands from 25 Hz to 12.8 kHz; null when nothing sounds. */
  read(count: number): Float32Array | null;
}

const BANDS = 54; // six to an octave over nine octaves
const FALL = 0.035;
const MARKS: readonly [number, string][] = [
  [50, "50 Hz"],
  [200, "200"],
  [800, "800"],
  [3200, "3.2k"],
];

export const SPECTRUM_LOW_HZ = 25;
export const SPECTRUM_HIGH_HZ = 12_800;

export function Spectrum({ active, colour, read }: SpectrumProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(new Float32Array(BANDS));
  const held = useRef(new Float32Array(BANDS)); // the loudest so far: the picture that stays
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const draw = useCallback(() => {
    const fitted = fitCanvas(canvas.current);
    if (!fitted) return;
    const { context, ratio } = fitted;
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    const levels = read(BANDS);
    const slot = width / BANDS;
    for (let band = 0; band < BANDS; band++) {
      const level = Math.max(levels?.[band] ?? 0, (shown.current[band] ?? 0) - FALL);
      shown.current[band] = level;
      held.current[band] = Math.max(level, held.current[band] ?? 0);
      const most = (held.current[band] ?? 0) * height;
      context.globalAlpha = 0.22;
      context.fillStyle = colour;
      context.fillRect(band * slot, height - most, Math.max(1, slot - 2 * ratio), most);
      const tall = Math.max(2 * ratio, level * height);
      context.globalAlpha = level > 0.01 ? 0.35 + 0.65 * level : 1;
      context.fillStyle = level > 0.01 ? colour : "#2a3038";
      context.fillRect(band * slot, height - tall, Math.max(1, slot - 2 * ratio), tall);
    }
    context.globalAlpha = 1;
  }, [read, colour]);
  useEffect(() => {
    draw();
  }, [draw]);
  useFrames(active && !still, draw);
  return (
    <div className={styles["spectrum"]} aria-hidden="true">
      <canvas ref={canvas} className={styles["canvas"]} />
      <div className={styles["marks"]}>
        {MARKS.map(([pitch_hz, text]) => (
          <span key={pitch_hz} style={{ left: `${(Math.log2(pitch_hz / SPECTRUM_LOW_HZ) / Math.log2(SPECTRUM_HIGH_HZ / SPECTRUM_LOW_HZ)) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
