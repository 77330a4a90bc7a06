"""Putting chapters into a copy of an audio file. The file itself is only read.

- :mod:`.copy` is the door: it writes the copy, reads it back, and lets it take its place when it is right
- :mod:`.id3`, :mod:`.mp4` (with :mod:`.text_track`) and :mod:`.vorbis` know one format each
- :mod:`.sound` proves that the sound is the same, byte for byte
- :mod:`.fault` says why there is no copy
"""
