"""A model file's text changed as a careful person would: only what is new differs, and every comment stays."""
