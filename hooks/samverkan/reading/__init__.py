"""Files from disk become documents: read, scanned, held against their kind; what is wrong is told with its place."""
