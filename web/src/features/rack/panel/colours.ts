/** The colours of the layers for what is drawn; the same as in the tokens of the page. */

export type Rgb = readonly [red: number, green: number, blue: number];

export const KICK_RGB: Rgb = [242, 193, 78];
export const NOISE_RGB: Rgb = [134, 182, 230];
export const REVERB_RGB: Rgb = [176, 140, 249];
export const LINE = "#2a3038";
export const FAINT = "#20252c";
export const MUTED = "#9aa4b2";
export const TEXT = "#e9edf2";

export const css = ([red, green, blue]: Rgb, alpha = 1): string => `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${alpha})`;
