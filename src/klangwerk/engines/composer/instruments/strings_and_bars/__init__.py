"""What struck, plucked and blown-by-bellows instruments share: sums of decaying partials, bodies, noises of touch."""
