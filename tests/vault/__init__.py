"""What the encrypted file promises."""
