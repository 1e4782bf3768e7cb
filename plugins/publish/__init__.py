"""What turns an output into a published site: checks, the swap, ways to a server."""
