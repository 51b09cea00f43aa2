"""The model as Markdown: one template per kind, what the templates are given to show, and the pictures."""
