"""Ways for a published folder to reach a server."""
