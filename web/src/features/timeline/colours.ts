/** What the timeline draws besides the colours of sounds. */

export const GROUND = "#0d0f12";
export const PANEL = "#15181d";
export const LINE = "#2a3038";
export const FAINT = "#1b1f25";
export const MUTED = "#9aa4b2";
export const TEXT = "#e9edf2";
export const ACCENT = "#7fe0c3";
export const DANGER = "#ff5a52";

/** A colour of six digits with so much opacity. */
export const faded = (hex: string, alpha: number): string => `${hex}${Math.round(alpha * 255).toString(16).padStart(2, "0")}`;
