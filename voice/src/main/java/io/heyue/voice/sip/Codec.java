package io.heyue.voice.sip;

import java.util.List;

/** A way to code audio on the wire, as session descriptions name it. */
public enum Codec {
  /** A-law: China, Europe, and every call between countries. */
  PCMA("pcma/8000", 8, 8_000),
  /** µ-law: North America, Japan. */
  PCMU("pcmu/8000", 0, 8_000),
  /** Opus, named with two channels and 48 kHz whatever it carries (RFC 7587, 7). */
  OPUS("opus/48000/2", 111, 48_000);

  /** What every carrier takes; the dearest first. */
  public static final List<Codec> USUAL = List.of(PCMA, PCMU);

  private static final int FIRST_DYNAMIC = 96;

  private final String written;
  private final int type;
  private final int clock;

  Codec(String written, int type, int clock) {
    this.written = written;
    this.type = type;
    this.clock = clock;
  }

  /** Ticks a second of its timestamps. */
  public int clock() {
    return clock;
  }

  /** As rtpmap has it, in lower case. */
  String written() {
    return written;
  }

  /** The payload type by which we offer it. */
  int type() {
    return type;
  }

  private boolean dynamic() {
    return type >= FIRST_DYNAMIC;
  }

  /** Whether a format of theirs is this. */
  boolean is(int format, String name) {
    return dynamic() ? format >= FIRST_DYNAMIC && written.equals(name) : format == type;
  }

  /**
   * How we want to be sent it (RFC 7587, 6.1): without pauses, so that what is lost is told from
   * silence; with repairs; and nothing above 4 kHz, which nobody here would hear.
   */
  String wishes() {
    return dynamic()
        ? "maxplaybackrate=8000;sprop-maxcapturerate=8000;useinbandfec=1;usedtx=0"
        : "";
  }
}
