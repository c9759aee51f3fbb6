"""The line: read, check, build. The only room that knows the order, the cache and the disk."""
