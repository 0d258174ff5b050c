/** One bar of what is heard, as a waveform that is written anew round by round, in the colours of the layers that sound. */

import type { RackLevels } from "@/audio/rack/types";
import { BEATS_PER_BAR } from "@/core/rack/transport";
import { css, FAINT, KICK_RGB, LINE, MUTED, NOISE_RGB, REVERB_RGB, TEXT } from "./colours";
import type { Heard } from "./ears";

const COLUMNS = 640;
const OLD = 0.7; // how much of the brightness the end of the last round has lost
const AHEAD = 18; // columns before the head that are wiped
const LOUDER = 1.4; // the loudest layer takes more than its share of the colour

export class BarPicture {
  private readonly low = new Float32Array(COLUMNS);
  private readonly high = new Float32Array(COLUMNS);
  private readonly colours = new Array<string>(COLUMNS).fill("transparent");
  private head = -1;

  /** Nothing has been written yet. */
  get empty(): boolean {
    return this.head < 0;
  }

  write({ beats, samples, fresh, levels }: Heard): void {
    const target = Math.floor(((beats % BEATS_PER_BAR) / BEATS_PER_BAR) * COLUMNS);
    let count = (target - this.head + COLUMNS) % COLUMNS;
    if (this.head < 0 || count > COLUMNS / 2) count = 1; // playing began anew
    const from = Math.max(0, samples.length - fresh);
    const colour = colourOf(levels);
    for (let column = 1; column <= Math.max(1, count); column++) {
      const at = count === 0 ? target : (target - count + column + COLUMNS) % COLUMNS;
      const first = Math.floor(from + ((column - 1) * fresh) / Math.max(1, count));
      const last = Math.max(first + 1, Math.floor(from + (column * fresh) / Math.max(1, count)));
      const merged = count === 0; // this column goes on
      let low = merged ? (this.low[at] ?? 0) : 0;
      let high = merged ? (this.high[at] ?? 0) : 0;
      for (let index = first; index < last && index < samples.length; index++) {
        const sample = samples[index] ?? 0;
        if (sample < low) low = sample;
        if (sample > high) high = sample;
      }
      this.low[at] = low;
      this.high[at] = high;
      this.colours[at] = colour;
    }
    this.head = target;
  }

  draw(context: CanvasRenderingContext2D, ratio: number, moving: boolean): void {
    const { width, height } = context.canvas;
    context.clearRect(0, 0, width, height);
    const floor = height - 20 * ratio;
    const middle = floor / 2;
    drawGrid(context, floor, ratio);
    const wide = width / COLUMNS;
    for (let column = 0; column < COLUMNS; column++) {
      const ahead = (column - this.head + COLUMNS) % COLUMNS; // 0 is what was written last
      if (this.empty || (moving && ahead > 0 && ahead <= AHEAD)) continue;
      const age = ahead === 0 ? 0 : 1 - ahead / COLUMNS;
      context.globalAlpha = moving ? 1 - OLD * age : 0.85;
      context.fillStyle = this.colours[column] ?? MUTED;
      const top = middle - Math.min(1, this.high[column] ?? 0) * middle * 0.94;
      const bottom = middle - Math.max(-1, this.low[column] ?? 0) * middle * 0.94;
      context.fillRect(column * wide, top, Math.max(1, wide + 0.5), Math.max(ratio, bottom - top));
    }
    context.globalAlpha = 1;
    if (!moving || this.empty) return;
    context.fillStyle = TEXT;
    context.fillRect(((this.head + 1) / COLUMNS) * width, 0, Math.max(1, Math.round(1.5 * ratio)), floor);
  }
}

/** The loudest layer gives the colour, the others tint it. */
function colourOf({ kick, noise, reverb }: RackLevels): string {
  const weights = [kick, noise, reverb].map((peak) => peak ** LOUDER);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return MUTED;
  const mixed = [0, 1, 2].map((channel) =>
    [KICK_RGB, NOISE_RGB, REVERB_RGB].reduce((total, rgb, layer) => total + ((rgb[channel] ?? 0) * (weights[layer] ?? 0)) / sum, 0),
  );
  return css([mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0]);
}

function drawGrid(context: CanvasRenderingContext2D, floor: number, ratio: number): void {
  const { width, height } = context.canvas;
  context.font = `${11 * ratio}px system-ui, sans-serif`;
  context.textBaseline = "bottom";
  for (let step = 0; step < BEATS_PER_BAR * 4; step++) {
    const x = Math.round((step / (BEATS_PER_BAR * 4)) * width);
    const beat = step % 4 === 0;
    context.fillStyle = beat ? LINE : FAINT;
    context.fillRect(x, 0, Math.max(1, Math.round(ratio)), beat ? height : floor);
    if (!beat) continue;
    context.fillStyle = MUTED;
    context.fillText(String(step / 4 + 1), x + 6 * ratio, height - 2 * ratio);
  }
  context.fillStyle = LINE;
  context.fillRect(0, Math.round(floor / 2), width, Math.max(1, Math.round(ratio)));
  context.fillRect(0, Math.round(floor), width, Math.max(1, Math.round(ratio)));
}
