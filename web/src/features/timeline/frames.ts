/** Heights of the board, for what is drawn and what is laid out alike. */

export const LANE_PX = 88;
export const LANE_PHONE_PX = 72;
export const RULER_PX = 40;
/** Narrower screens get narrow track heads and low lanes. */
export const PHONE = "(max-width: 760px)";
