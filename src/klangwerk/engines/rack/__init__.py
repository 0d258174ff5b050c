"""Kick with Reverb: kick, noise and reverb layers into a master chain."""
