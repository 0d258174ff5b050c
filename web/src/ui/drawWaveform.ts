/** The picture of a waveform on a canvas. */

import type { Peaks } from "@/core/kicks/peaks";

export interface CurvePoint {
  time_s: number;
  pitch_hz: number;
}

export interface WaveformPicture {
  peaks: Peaks;
  colour: string;
  /** Device pixels to a CSS pixel. */
  ratio: number;
  /** 0 to 1; null: not playing. */
  played: number | null;
  hover: number | null;
  /** Seconds of the whole width, for time marks. */
  marks_s: number | null;
  curve: readonly CurvePoint[];
  window_s: number;
}

export function drawWaveform(context: CanvasRenderingContext2D, picture: WaveformPicture): void {
  const { width, height } = context.canvas;
  const { peaks, colour, ratio, played, hover, marks_s } = picture;
  context.clearRect(0, 0, width, height);
  const floor = marks_s === null ? height : height - 18 * ratio;
  if (marks_s !== null) drawMarks(context, marks_s, floor, ratio);
  const middle = floor / 2;
  context.fillStyle = "#2a3038";
  context.fillRect(0, Math.round(middle), width, 1);
  const shape = outline(peaks, width, middle, middle - 2 * ratio);
  const edge = played === null ? null : Math.min(1, played) * width;
  context.fillStyle = colour;
  context.globalAlpha = edge === null ? 0.85 : 0.35;
  context.fill(shape);
  context.globalAlpha = 1;
  if (edge !== null) {
    context.save();
    context.beginPath();
    context.rect(0, 0, edge, floor);
    context.clip();
    context.fill(shape);
    context.restore();
    context.fillStyle = "#ffffff";
    context.fillRect(Math.round(edge), 0, Math.max(1, Math.round(1.5 * ratio)), floor);
  }
  drawCurve(context, picture, floor);
  if (hover !== null) {
    context.fillStyle = "rgba(233, 237, 242, 0.45)";
    context.fillRect(Math.round(hover * width), 0, Math.max(1, Math.round(ratio)), floor);
  }
}

function outline(peaks: Peaks, width: number, middle: number, reach: number): Path2D {
  const path = new Path2D();
  const columns = peaks.low.length;
  const x = (column: number) => ((column + 0.5) * width) / columns;
  path.moveTo(0, middle);
  for (let i = 0; i < columns; i++) path.lineTo(x(i), middle - Math.max(0.6 / reach, peaks.high[i] ?? 0) * reach);
  path.lineTo(width, middle);
  for (let i = columns - 1; i >= 0; i--) path.lineTo(x(i), middle - Math.min(-0.6 / reach, peaks.low[i] ?? 0) * reach);
  path.closePath();
  return path;
}

const CURVE_LOW_HZ = 20;
const CURVE_HIGH_HZ = 500;

/** High notes stand high; an octave is as tall everywhere. */
function drawCurve(context: CanvasRenderingContext2D, { curve, window_s, ratio }: WaveformPicture, floor: number): void {
  if (curve.length < 2) return;
  const { width } = context.canvas;
  const octaves = Math.log2(CURVE_HIGH_HZ / CURVE_LOW_HZ);
  context.beginPath();
  curve.forEach(({ time_s, pitch_hz }, index) => {
    const x = (time_s / window_s) * width;
    const y = floor * (1 - Math.log2(pitch_hz / CURVE_LOW_HZ) / octaves);
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.lineJoin = "round";
  context.strokeStyle = "#0d0f12";
  context.globalAlpha = 0.6;
  context.lineWidth = 4 * ratio;
  context.stroke();
  context.globalAlpha = 1;
  context.lineWidth = 1.75 * ratio;
  context.strokeStyle = "#7fe0c3";
  context.stroke();
}

function drawMarks(context: CanvasRenderingContext2D, window_s: number, floor: number, ratio: number): void {
  const { width } = context.canvas;
  const step_s = window_s <= 0.25 ? 0.05 : window_s <= 0.5 ? 0.1 : window_s <= 1 ? 0.2 : 0.5;
  context.font = `${11 * ratio}px system-ui, sans-serif`;
  context.textBaseline = "bottom";
  for (let mark = 0; mark * step_s < window_s - 1e-6; mark++) {
    const x = Math.round(((mark * step_s) / window_s) * width);
    context.fillStyle = "#20252c";
    context.fillRect(x, 0, 1, floor);
    context.fillStyle = "#9aa4b2";
    context.fillText(mark === 0 ? "0 s" : (mark * step_s).toFixed(step_s < 0.1 ? 2 : 1), x + (mark === 0 ? 0 : 4 * ratio), floor + 17 * ratio);
  }
}
