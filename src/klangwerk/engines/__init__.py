"""Sound out of parameters: pure engines without Django, settings, global randomness or torch."""
