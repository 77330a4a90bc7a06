"""Transcripts: read in every form that tools write, checked, renamed, converted, found and planned.

How to find your way:

- :mod:`.reading` is the door in: ``read_transcript(data, path)`` tells the form and asks its reader
- :mod:`.writing` is the door out: ``render_transcript(transcript, form)``
- :mod:`.vtt`, :mod:`.srt`, :mod:`.podcast_json`, :mod:`.html_page` and :mod:`.plain_text` know one form each:
  first its reader, then its writer; :mod:`.other_json` reads what Whisper and Podlove write
- :mod:`.forms` has the names of the forms and their media types
- :mod:`.names` finds the files of an episode, :mod:`.planning` says what is published, :mod:`.making`
  what is in it
- :mod:`.speakers` renames and hides, :mod:`.labels` tells a `Name:` from the rest of a line
- :mod:`.timing` reads lines of times, :mod:`.filling` works out times that a form wants and another lacks
- :mod:`.joining` makes sentences of words and monologues of cues, :mod:`.wrapping` makes lines and cards
- :mod:`.span` compares a transcript with the length of its episode

Nothing here touches a disk. Reading takes time in proportion to the size of a file, whatever is in it.
The text of a cue is on one line, without blanks at its ends; how it was broken into lines is layout, not
speech.
"""
