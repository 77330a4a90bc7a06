"""Chapters: from whatever says them to one list in milliseconds, and from that list to every form of it.

How to find your way:

- :mod:`.parse` is the door for files: it tells the format by the content and asks the reader of that format
- :mod:`.json_chapters` (with :mod:`.json_fields`), :mod:`.simple_chapters` (Podlove's XML) and
  :mod:`.text_chapters` read one format each; :mod:`.header` reads what stands in an episode's head
- :mod:`.notes` finds the times in show notes, with :mod:`.timed_line` for a line and :mod:`.plain_title`
- :mod:`.chapter_files` knows which files are an episode's
- :mod:`.check` judges a list, :mod:`.choose` picks one of several and tells how the others differ
- :mod:`.render` writes JSON, XML and text

Chapters within audio files are read and written by :mod:`feedpub.sources.audio`. Everything here is pure.
"""
