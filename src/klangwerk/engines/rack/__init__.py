"""Kick with Reverb: kick, noise and reverb layers into a master chain.

Its modules are imported one by one: whoever checks parameters, as the web server does, needs no renderer.
"""
