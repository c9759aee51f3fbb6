"""What the press knows: frozen documents, issues and the library that holds them. No I/O."""
