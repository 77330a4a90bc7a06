"""From a file that somebody calls audio to what the feed says of it: bytes, seconds, type, or what is wrong.

How to find your way:

- :mod:`.file` is the door: ``read_audio(path)`` tells the format and asks the reader of that format
- :mod:`.names` finds the file of an episode that does not name one; it never opens a file
- :mod:`.signatures` tells a format by the first bytes, :mod:`.tags` steps over ID3, APE and Lyrics tags
- :mod:`.fault` has what readers return (``AudioFacts``) and what they raise (``AudioFault``)
- :mod:`.embedded` finds chapters and cover, with :mod:`.id3_chapters` (on :mod:`.id3_frames`),
  :mod:`.mp4_chapters` and :mod:`.vorbis_chapters`; :mod:`.cover` reads the cover; :mod:`.embedding` writes
  chapters into a copy
- :mod:`.stretch` shows mutagen the part of a file that is sound
- :mod:`.mp3_frames` with :mod:`.mp3_header`, :mod:`.mp4_boxes`, :mod:`.ogg_pages`, :mod:`.flac_frames`,
  :mod:`.adts_frames` and :mod:`.riff_chunks` (WAV, AIFF) read one format each

mutagen reads; it believes what headers say. So every reader proves the answer by the frames, pages, boxes
or chunks that are in the file, and says at its top what would go wrong without. Readers, and mutagen, are
imported when a file of their format is met: looking for names costs none of that.
"""
