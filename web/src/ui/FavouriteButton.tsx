/** The star that marks a favourite. */

import { IconButton } from "./Button";

interface FavouriteButtonProps {
  on: boolean;
  /** What is marked, where it does not go without saying. */
  of?: string;
  small?: boolean;
  onClick(): void;
}

export function FavouriteButton({ on, of, small = false, onClick }: FavouriteButtonProps) {
  const label = of === undefined ? (on ? "No longer a favourite" : "Mark as favourite") : on ? `${of}: no longer a favourite` : `Mark ${of} as favourite`;
  return <IconButton small={small} icon={on ? "starFull" : "star"} label={label} on={on} aria-pressed={on} onClick={onClick} />;
}
