"""The studio's effects: written once in Faust, run as the same WASM in the browser and here."""
