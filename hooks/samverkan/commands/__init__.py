"""What a person asks for at the keyboard, one module for each question; nothing here knows MkDocs."""
