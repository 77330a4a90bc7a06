"""The network: the only room that talks to it, and never to a machine that nobody outside could reach."""
