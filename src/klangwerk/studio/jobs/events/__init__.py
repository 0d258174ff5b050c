"""Live events: rows that say which job changed, a pump that reads them, sockets that tell browsers."""
