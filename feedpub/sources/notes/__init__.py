"""Show notes: from Markdown, or any HTML, to the HTML that stands in a feed, and to plain text.

How to find your way:

- :mod:`.show_notes` is the door: ``render_notes`` takes notes through all that follows, in this order
- :mod:`.marked_blocks` leaves out what is for the site only
- :mod:`.flavours` renders Markdown; what comes out is not safe yet
- :mod:`.embeds` takes players out of the way of the next step
- :mod:`.sanitise` lets nothing through that could run or load; :mod:`.link_targets` judges addresses
- :mod:`.feed_html` says with the tags that apps show what they would drop
- :mod:`.plain_text` makes summaries
- :mod:`.markdown_slips` finds slips that no renderer complains about, and :mod:`.source_lines` the line in
  which something stands that was found wrong
- :mod:`.notes_template` arranges notes by a template of the show's own
- :mod:`.page_notes` is the other door, for notes on the episode's page: :mod:`.page_sanitise` and
  :mod:`.page_html` let more stand there
- :mod:`.timestamps` finds the times that notes speak of, and :mod:`.chapter_list` adds those of the chapters
"""
