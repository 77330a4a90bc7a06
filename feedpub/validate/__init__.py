"""Whether a feed is right, by whose rule, and where it is not: bytes and facts -> findings.

Pure: no network, no clock, nothing is written. How to find your way:

- the door is :mod:`.runner`; what comes out are :mod:`.findings`, and :mod:`.kept` keeps no more of them than
  anybody reads
- a :mod:`.rule` is a record and a function; those of one element or kind of file stand in one file of
  :mod:`.rules`, the :mod:`.registry` finds them all, and :mod:`.dispatch` calls each for what it is of
- :mod:`.document` makes elements with places out of bytes, :mod:`.notes` reads the HTML of show notes
- :mod:`.facts` are what rules on local files and on the previous feed are given; :mod:`.adopted` and
  :mod:`.complaints` say what the readers of sources found, by rule
- :mod:`.schema` holds a feed against the XSDs, :mod:`.schema_rules` knows which rule each refusal is, and
  :mod:`.refused` tells what no rule told yet
- :mod:`.specs` knows where the rules are written down
- the rest is what several rules ask: of addresses, dates, durations, numbers, languages, and of the tables of
  elements (:mod:`.core` for RSS itself, :mod:`.podcast_tags` for the podcast namespace)
"""
