"""Building blocks of the instruments: harmonics, loops, pitch, envelopes, filters, noise."""
