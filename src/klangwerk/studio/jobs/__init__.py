"""Work that outlives a request: the job table, its workers, and the events that tell about it."""
