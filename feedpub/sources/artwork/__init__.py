"""From a file that somebody calls a picture to one that every directory accepts, or what is wrong with it.

How to find your way:

- :mod:`.facts` is the door: ``measure_picture(path)`` tells what a JPEG or PNG file is, and proves it whole
- :mod:`.checks` says what directories will think of these facts, :mod:`.plan` what has to be done about it
- :mod:`.conversion` does it: ``convert_picture`` and, for other widths, ``make_variant``
- :mod:`.names` has the names of the pictures that are made
- :mod:`.image_facts` describes whatever a ``podcast:image`` may be
- :mod:`.signatures` tells a format by the first bytes
- :mod:`.jpeg_segments` and :mod:`.png_chunks` read headers
- :mod:`.opening` and :mod:`.profile` are where Pillow is asked
- :mod:`.metadata` removes what is nobody's business
- :mod:`.fault` is what they raise (``PictureFault``)

Pillow decodes what strangers made. So everything here that takes the bytes of a picture belongs into a worker
(:mod:`feedpub.sources.worker`), and Pillow is imported when a picture is met.
"""
