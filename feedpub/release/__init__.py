"""What may go out, and as what: due time and identity. Pure: no disk, no clock, no network."""
