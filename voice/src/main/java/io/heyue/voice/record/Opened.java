package io.heyue.voice.record;

/** What a file turned out to be: a recording that was verified, or one that was tampered with. */
public sealed interface Opened permits Recording, Tampered {}
