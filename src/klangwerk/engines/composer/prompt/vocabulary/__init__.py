"""The words that a description of a track may use. English and German; see `terms` for what a word can mean."""
