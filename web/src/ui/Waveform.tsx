/** A sound's waveform, which is its seek bar: click or drag to play from there, arrow keys step. */

import { useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { formatTime_s } from "@/core/format";
import { fitPeaks, type Peaks } from "@/core/kicks/peaks";
import { clamp } from "@/lib/numbers";
import { fitCanvas } from "./canvas";
import { useFrames } from "./hooks";
import styles from "./waveform.module.css";
import { drawWaveform, type CurvePoint, type WaveformPicture } from "./drawWaveform";

interface WaveformProps {
  label: string;
  peaks: Peaks;
  duration_s: number;
  /** How much of the sound is drawn, from its start. */
  window_s: number;
  colour: string;
  playing: boolean;
  position(): number | null;
  onSeek(position_s: number): void;
  /** Pitch over time, drawn as a line. */
  curve?: readonly CurvePoint[] | undefined;
  /** Shows time marks. */
  marks?: boolean;
  /** Out of the tab order where another seek bar for the same sound is near. */
  skipTab?: boolean;
  /** How far an arrow key goes. */
  step_s?: number;
}

export function Waveform(props: WaveformProps) {
  const { label, peaks, duration_s, window_s, colour, playing, position, onSeek, curve, marks = false, skipTab = false, step_s = 0.02 } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const fitted = useRef<{ columns: number; peaks: Peaks } | null>(null);
  const hover = useRef<number | null>(null);
  const sought = useRef(0);

  const draw = useCallback(() => {
    const fit = fitCanvas(canvas.current);
    if (!fit) return;
    const { context, ratio } = fit;
    const columns = context.canvas.width;
    if (fitted.current?.columns !== columns) {
      fitted.current = { columns, peaks: fitPeaks(peaks, columns, window_s / duration_s) };
    }
    const now_s = position();
    const picture: WaveformPicture = {
      peaks: fitted.current.peaks,
      colour,
      ratio,
      played: now_s === null ? null : now_s / window_s,
      hover: hover.current,
      marks_s: marks ? window_s : null,
      curve: curve ?? [],
      window_s,
    };
    drawWaveform(context, picture);
  }, [peaks, duration_s, window_s, colour, position, curve, marks]);

  useLayoutEffect(() => {
    fitted.current = null;
    draw();
  }, [draw, playing]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      draw();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [draw]);
  useFrames(playing, draw);

  const shareAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return clamp((event.clientX - box.left) / box.width, 0, 1);
  };
  const seek = (position_s: number) => {
    sought.current = clamp(position_s, 0, window_s);
    onSeek(sought.current);
  };
  const key = (event: KeyboardEvent) => {
    const now_s = position() ?? sought.current;
    const to_s = { ArrowLeft: now_s - step_s, ArrowRight: now_s + step_s, Home: 0 }[event.key];
    if (to_s === undefined) return;
    event.preventDefault();
    seek(to_s);
  };
  return (
    <div
      className={styles["waveform"]}
      role="slider"
      tabIndex={skipTab ? -1 : 0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Number(window_s.toFixed(2))}
      aria-valuenow={0}
      aria-valuetext={playing ? "playing" : `${formatTime_s(window_s)}, arrow keys play from a place`}
      onPointerDown={(event) => {
        if (event.button === 0) seek(shareAt(event) * window_s);
      }}
      onPointerMove={(event) => {
        if (event.pointerType === "touch") return;
        hover.current = shareAt(event);
        draw();
      }}
      onPointerLeave={() => {
        hover.current = null;
        draw();
      }}
      onKeyDown={key}
    >
      <canvas ref={canvas} className={styles["canvas"]} aria-hidden="true" />
    </div>
  );
}
