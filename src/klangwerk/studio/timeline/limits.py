"""What an arrangement may hold. Positions are frames at one rate, whatever rate a sound has."""

from __future__ import annotations

RATE_HZ = 44_100
DURATION_S_MAX = 3600
FRAMES_MAX = DURATION_S_MAX * RATE_HZ
TRACKS_MAX = 64
CLIPS_MAX = 2000  # of all tracks together

BPM_MIN, BPM_MAX, BPM_DEFAULT = 20.0, 400.0, 120.0
BEATS_PER_BAR_MIN, BEATS_PER_BAR_MAX, BEATS_PER_BAR_DEFAULT = 1, 16, 4
GAIN_DB_MIN, GAIN_DB_MAX = -120.0, 24.0

PROJECT_NAME_CHARS_MAX = 100
NAME_CHARS_MAX = 120  # of tracks and clips: a catalog track's name fits
ID_CHARS_MAX = 64
VERSION_MAX = 2**31 - 1

TRACK_TYPES = ("main", "bass", "chords", "melody", "percussion", "kick", "upload")

# Of imports: what one may make this process hold and work.
IMPORT_SECONDS_MAX = 3600.0  # of all sounds together
SOUND_SECONDS_MAX = 20 * 60.0
SOUND_SAMPLES_MAX = 20 * 60 * 48_000 * 2  # of all channels together
SOUND_RATE_HZ_MIN, SOUND_RATE_HZ_MAX = 8_000, 192_000
UNPACKED_BYTES_MAX = 2 * 1024**3
