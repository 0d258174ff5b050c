"""DAWproject 1.0, the open exchange format of DAWs: a zip with XML and sounds (github.com/bitwig/dawproject)."""
