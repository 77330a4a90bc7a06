"""Show -> bytes. The only room that knows feedgen."""
