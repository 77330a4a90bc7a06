"""From files to a show and its episodes: headers, show notes, audio, and what stands beside them."""
