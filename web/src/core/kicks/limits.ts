/** The limits of making kicks, before the server has to refuse. */

import type { KickAllowance } from "../api/types";
import { formatUntil } from "../format";

export interface Limit {
  readonly title: string;
  readonly body: string;
}

/** The limit that stands in the way now: which one, and until when. */
export function limitReached({ remainingGensToday, totalGensCount, keptLimit, dailyLimit, resetsAt }: KickAllowance, now: Date): Limit | null {
  const resets = new Date(resetsAt);
  if (remainingGensToday !== null && remainingGensToday <= 0 && resets > now) {
    return {
      title: "That was today's last kick",
      body: `You made ${dailyLimit === null ? "all you may" : `${dailyLimit} of ${dailyLimit}`} today. New ones ${formatUntil(resets, now)}. What you made stays, and can be played and downloaded.`,
    };
  }
  if (keptLimit !== null && totalGensCount >= keptLimit) {
    return { title: "Your shelf is full", body: `You keep ${totalGensCount} of ${keptLimit} kicks. Download and delete one, then go on.` };
  }
  return null;
}
