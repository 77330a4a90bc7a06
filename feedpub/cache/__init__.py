"""One SQLite file that remembers what was read, measured and rendered. It may be deleted at any time.

It also serves as the lock between builds: who holds its write transaction is at work, and a process
that dies lets go of it, however it dies.

Nothing in here is trusted beyond what can be proved from it: every row carries the digest or Stat
of what it was made from. A file that is damaged, or was written by another version, is replaced.

- :mod:`feedpub.cache.freshness`: whether there is anything to do at all
- :mod:`feedpub.cache.opening`: opening the file, making it anew, its tables
- :mod:`feedpub.cache.store`: what is kept in it
"""
