"""From Markdown to the HTML of a page: one tree, which each step reads or changes, written once."""
