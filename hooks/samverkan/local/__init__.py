"""A kommun's own laid over the common model, what it may not change, and what has changed since it was read."""
