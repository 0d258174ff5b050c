"""Prompt to arranged track: stems, mix and MIDI. Algorithmic and seeded; nothing is imported here on purpose."""
