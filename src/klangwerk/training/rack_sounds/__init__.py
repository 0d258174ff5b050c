"""The stock sounds of the rack, made by synthesis: ten kicks, ten noise loops and fourteen impulse responses."""
