"""Job kinds that only the tests know: an app of its own, so that real workers load it too."""
