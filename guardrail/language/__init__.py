"""The policy language: text to syntax tree and back."""
