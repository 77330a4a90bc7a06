"""The stages joined: the only room where they meet."""
