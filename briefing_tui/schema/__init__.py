"""The JSON Schema of a briefing, for editors: made from the models' shapes, shipped as a file, fetched from nowhere."""
