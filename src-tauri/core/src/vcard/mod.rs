//! vCards: bytes to cards and back, without loss. Pure.
