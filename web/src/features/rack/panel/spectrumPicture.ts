/** The spectrum of what is heard as a filled curve, with what it was at its loudest, and the filters of noise and reverb on top. */

import { css, FAINT, KICK_RGB, LINE, MUTED, NOISE_RGB, REVERB_RGB, type Rgb } from "./colours";

export const BANDS = 60; // about six to an octave
export const LOW_HZ = 25;
export const HIGH_HZ = 16_000;

const FALL = 0.02;
const HELD_FALL = 0.003;
const MARKS: readonly (readonly [number, string])[] = [
  [50, "50"],
  [100, "100"],
  [200, "200"],
  [500, "500"],
  [1000, "1k"],
  [2000, "2k"],
  [5000, "5k"],
  [10_000, "10k"],
];
const FILTER_TOP = 0.14; // of the height: where 0 dB of the filters is
const FILTER_DB = 36; // from there to the floor

export interface FilterCurve {
  readonly lowPass_hz: number;
  readonly highPass_hz: number;
  readonly rgb: Rgb;
}

/** 0 to 1 from LOW_HZ to HIGH_HZ, evenly by ear. */
const across = (pitch_hz: number): number => Math.log(pitch_hz / LOW_HZ) / Math.log(HIGH_HZ / LOW_HZ);
const pitchAt = (share: number): number => LOW_HZ * (HIGH_HZ / LOW_HZ) ** share;

/** Two Butterworth filters of 12 dB an octave in a row. */
function response_db({ lowPass_hz, highPass_hz }: FilterCurve, pitch_hz: number): number {
  return -10 * Math.log10(1 + (pitch_hz / lowPass_hz) ** 4) - 10 * Math.log10(1 + (highPass_hz / pitch_hz) ** 4);
}

export class SpectrumPicture {
  private readonly shown = new Float32Array(BANDS);
  private readonly held = new Float32Array(BANDS);

  hear(levels: Float32Array | null): void {
    for (let band = 0; band < BANDS; band++) {
      const level = Math.max(levels?.[band] ?? 0, (this.shown[band] ?? 0) - FALL);
      this.shown[band] = level;
      this.held[band] = Math.max(level, (this.held[band] ?? 0) - HELD_FALL);
    }
  }

  draw(context: CanvasRenderingContext2D, ratio: number, filters: readonly FilterCurve[]): void {
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    const floor = height - 20 * ratio;
    drawGrid(context, floor, ratio);
    const colour = context.createLinearGradient(0, 0, width, 0);
    colour.addColorStop(across(80), css(KICK_RGB));
    colour.addColorStop(across(700), css(REVERB_RGB));
    colour.addColorStop(across(6000), css(NOISE_RGB));
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = 1.5 * ratio;
    context.globalAlpha = 0.35;
    context.stroke(outline(this.held, width, floor, false));
    context.globalAlpha = 0.3;
    context.fill(outline(this.shown, width, floor, true));
    context.globalAlpha = 1;
    context.stroke(outline(this.shown, width, floor, false));
    for (const filter of filters) drawFilter(context, filter, floor, ratio);
  }
}

/** A curve through the middles of all bands. */
function outline(levels: Float32Array, width: number, floor: number, closed: boolean): Path2D {
  const path = new Path2D();
  const x = (band: number) => ((band + 0.5) / BANDS) * width;
  const y = (band: number) => floor - (levels[band] ?? 0) * floor * 0.96;
  path.moveTo(0, closed ? floor : y(0));
  path.lineTo(0, y(0));
  for (let band = 0; band < BANDS - 1; band++) {
    path.quadraticCurveTo(x(band), y(band), (x(band) + x(band + 1)) / 2, (y(band) + y(band + 1)) / 2);
  }
  path.lineTo(width, y(BANDS - 1));
  if (closed) path.lineTo(width, floor);
  return path;
}

function drawFilter(context: CanvasRenderingContext2D, filter: FilterCurve, floor: number, ratio: number): void {
  const { width } = context.canvas;
  const top = floor * FILTER_TOP;
  context.beginPath();
  for (let x = 0; x <= width; x += 3 * ratio) {
    const y = top - (response_db(filter, pitchAt(x / width)) / FILTER_DB) * (floor - top);
    if (x === 0) context.moveTo(x, Math.min(y, floor));
    else context.lineTo(x, Math.min(y, floor));
  }
  context.strokeStyle = css(filter.rgb, 0.6);
  context.setLineDash([5 * ratio, 4 * ratio]);
  context.stroke();
  context.setLineDash([]);
}

function drawGrid(context: CanvasRenderingContext2D, floor: number, ratio: number): void {
  const { width, height } = context.canvas;
  const line = Math.max(1, Math.round(ratio));
  context.font = `${11 * ratio}px system-ui, sans-serif`;
  context.textBaseline = "bottom";
  context.textAlign = "center";
  const narrow = width / ratio < 420;
  MARKS.forEach(([pitch_hz, text], at) => {
    const x = Math.round(across(pitch_hz) * width);
    context.fillStyle = FAINT;
    context.fillRect(x, 0, line, floor);
    if (narrow && at % 2 === 1) return;
    context.fillStyle = MUTED;
    context.fillText(text, x, height - 2 * ratio);
  });
  context.fillStyle = LINE;
  context.fillRect(0, Math.round(floor), width, line);
}
