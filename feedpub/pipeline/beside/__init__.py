"""What stands beside an episode: chapters, transcripts, pictures.

Gathered and judged first, for each episode whose files have changed; written when the whole show has
been found right. In between there is data only: a `Beside` says what the feed names and which files
are to be made from which.
"""
