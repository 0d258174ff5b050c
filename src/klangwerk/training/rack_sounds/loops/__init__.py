"""Noise loops: atmospheres that run round without a seam."""
