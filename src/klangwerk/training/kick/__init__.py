"""Training of the kick model: data, frame codec, autoencoder, flow, evaluation, export (extra `train`)."""
