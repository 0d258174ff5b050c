"""The `klangwerk` command: the same engines as the studio, without a server, and what starts the studio."""
