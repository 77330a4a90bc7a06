"""Pages for people: an episode to the page on which it is read and heard.

- :mod:`.episode_page` is the door: a template, and values put into it
- :mod:`.page_values` says of a show and an episode what a template may ask
- :mod:`.schema_org` says the same to search engines
- ``templates/`` holds the page, its look, and the script that follows links to a time of the audio
"""
