"""What stands ahead of the notes in an episode file: from its text to fields with values and places.

How to find your way:

- :mod:`.front_matter` is the first door: ``parse_front_matter`` tells which kind of header it is, and asks
  the parser of that kind (:mod:`.pelican_header`, :mod:`.yaml_front_matter` with :mod:`.yaml_faults`,
  :mod:`.toml_front_matter`, :mod:`.json_front_matter`) for its entries (:mod:`.entry`)
- :mod:`.fields` is the second: the one table of keys that mean something, and ``read_fields`` by it; its rows
  (:mod:`.field`) for what Podcasting 2.0 can say are in :mod:`.podcast_fields`
- :mod:`.field_readers`, :mod:`.values`, :mod:`.dates` and :mod:`.titles` read the values, and :mod:`.nouns`
  all that is a noun of the model, by the noun's own declaration
"""
