/** Word suggestions for the prompt: what may complete the word being typed. */

export interface KnownWord {
  word: string;
  group: string;
  synonyms: string[];
}

export interface Suggestion {
  word: string;
  group: string;
  /** The synonym that matched what was typed, when it was not the word itself. */
  via: string | null;
}

export interface Fragment {
  text: string;
  start: number;
  end: number;
}

/** The word around the caret. */
export function fragmentAt(prompt: string, caret: number): Fragment {
  const separator = /[\s,;]/;
  let start = caret;
  while (start > 0 && !separator.test(prompt.charAt(start - 1))) start--;
  let end = caret;
  while (end < prompt.length && !separator.test(prompt.charAt(end))) end++;
  return { text: prompt.slice(start, end), start, end };
}

export const wordsOf = (prompt: string): string[] =>
  prompt.toLowerCase().split(/[\s,;]+/).filter((word) => word !== "");

/** Best first: the word begins so, a synonym begins so, the word contains it. Words already there are left out. */
export function suggest(known: readonly KnownWord[], prompt: string, caret: number, most = 6): Suggestion[] {
  const typed = fragmentAt(prompt, caret).text.toLowerCase();
  if (typed === "") return [];
  const others = new Set(wordsOf(prompt));
  if (known.some(({ word }) => word.toLowerCase() === typed)) return [];
  const ranked: { rank: number; suggestion: Suggestion }[] = [];
  for (const { word, group, synonyms } of known) {
    const name = word.toLowerCase();
    if (others.has(name)) continue;
    const synonym = synonyms.find((candidate) => candidate.toLowerCase().startsWith(typed)) ?? null;
    const rank = name.startsWith(typed) ? 0 : synonym !== null ? 1 : typed.length > 1 && name.includes(typed) ? 2 : 3;
    if (rank < 3) ranked.push({ rank, suggestion: { word, group, via: rank === 1 ? synonym : null } });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.suggestion.word.length - b.suggestion.word.length)
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

/** The prompt with the word at the caret replaced, ready to type on. */
export function complete(prompt: string, caret: number, word: string): { prompt: string; caret: number } {
  const { start, end } = fragmentAt(prompt, caret);
  const rest = prompt.slice(end);
  const gap = rest.startsWith(" ") ? "" : " ";
  return { prompt: `${prompt.slice(0, start)}${word}${gap}${rest}`, caret: start + word.length + 1 };
}

/** Adds a word, or takes it out when it is there. */
export function toggleWord(prompt: string, word: string): string {
  const present = wordsOf(prompt).includes(word.toLowerCase());
  if (!present) return prompt.trim() === "" ? word : `${prompt.trimEnd()} ${word}`;
  return prompt
    .split(/(\s+)/)
    .filter((part) => part.replace(/[,;]/g, "").toLowerCase() !== word.toLowerCase())
    .join("")
    .replace(/\s{2,}/g, " ")
    .trim();
}
