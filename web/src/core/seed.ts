/** Seeds: the same number makes the same sound. */

export const SEED_MAX = 2 ** 32 - 1;

/** A whole number from 0 to SEED_MAX, or null when the text is none. */
export function seedOf(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= SEED_MAX ? seed : null;
}

export const drawSeed = (random: () => number): number => Math.floor(random() * (SEED_MAX + 1));
