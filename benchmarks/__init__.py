"""What feedpub costs, as ratios: `make bench`."""
