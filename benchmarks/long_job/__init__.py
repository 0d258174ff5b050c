"""A kind of job for benchmarks: an app of its own, so that the child process of an isolated job knows it too."""
