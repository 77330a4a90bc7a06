"""From the bytes of a feed to elements that know where they stand."""
