"""What surrounds the pages in a browser: addresses, menu, search, terms that explain themselves, policy."""
