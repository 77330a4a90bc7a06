"""Whether a feed is right, by whose rule, and where it is not: bytes and facts -> findings.

Pure: no network, no clock, nothing is written. :mod:`feedpub.validate.runner` is the way in.
"""
