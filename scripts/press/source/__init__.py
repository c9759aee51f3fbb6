"""Reading files: bytes to text that knows its own lines. No meaning, no diagnostics."""
