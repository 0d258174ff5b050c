/** Gain and pan as they are turned, shown, spoken and typed. */

import { clamp, round } from "@/lib/numbers";
import { formatDb } from "../format";
import { GAIN_DB } from "./types";

const BEND = 1.8; // most of the way is where levels are set; 0 dB stands at five eighths
const NEAR_ZERO_DB = 0.35;
const NEAR_CENTRE = 0.02;

/** 0 to 1 for a gain in dB. */
export const gainPosition = (gain_db: number): number =>
  1 - (clamp(GAIN_DB.high - gain_db, 0, GAIN_DB.high - GAIN_DB.low) / (GAIN_DB.high - GAIN_DB.low)) ** (1 / BEND);

/** The gain at a position, in tenths of a dB; it rests at 0 dB. */
export function gainAt(position: number): number {
  const gain_db = GAIN_DB.high - (GAIN_DB.high - GAIN_DB.low) * (1 - clamp(position, 0, 1)) ** BEND;
  return Math.abs(gain_db) < NEAR_ZERO_DB ? 0 : round(gain_db, 1);
}

export const formatGain = (gain_db: number): string => (gain_db > 0 ? `+${formatDb(gain_db)}` : formatDb(gain_db));

export const panPosition = (pan: number): number => (clamp(pan, -1, 1) + 1) / 2;

/** In hundredths; it rests in the middle. */
export function panAt(position: number): number {
  const pan = clamp(position, 0, 1) * 2 - 1;
  return Math.abs(pan) < NEAR_CENTRE ? 0 : round(pan, 2);
}

export function formatPan(pan: number): string {
  const share = Math.round(Math.abs(pan) * 100);
  return share === 0 ? "C" : `${pan < 0 ? "L" : "R"}${share}`;
}

export const spokenPan = (pan: number): string => (Math.round(pan * 100) === 0 ? "centre" : `${Math.round(Math.abs(pan) * 100)} percent ${pan < 0 ? "left" : "right"}`);

type Typed = { ok: true; value: number } | { ok: false; message: string };

/** "-6", "−6 dB", "off". */
export function parseGain(text: string): Typed {
  const plain = text.trim().toLowerCase().replace("−", "-").replace(",", ".").replace(/\s*db$/, "");
  if (plain === "off" || plain === "-inf") return { ok: true, value: GAIN_DB.low };
  const value = Number(plain);
  if (plain === "" || !Number.isFinite(value)) return { ok: false, message: "A gain in dB, such as -6." };
  return { ok: true, value: clamp(value, GAIN_DB.low, GAIN_DB.high) };
}

/** "L30", "r 100", "c", "-0.3". */
export function parsePan(text: string): Typed {
  const plain = text.trim().toLowerCase().replace("−", "-");
  const sided = /^([lr])\s*(\d{1,3})$/.exec(plain);
  if (plain === "c" || plain === "0") return { ok: true, value: 0 };
  if (sided) return { ok: true, value: clamp(((sided[1] === "l" ? -1 : 1) * Number(sided[2])) / 100, -1, 1) };
  return { ok: false, message: "L30, C or R30." };
}
