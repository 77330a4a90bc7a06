"""What a text must be: an address, a language, a place, a name of one of the lists that podcasting knows.

Settings and the heads of episode files ask the same questions here, and get the same answers.
"""
