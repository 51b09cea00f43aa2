"""The editor: forms in a browser on this computer, for those who see neither YAML nor git."""
