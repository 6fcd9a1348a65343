package io.heyue.voice.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formats that one session names, put together one by one: codecs and keys as events. Not
 * thread-safe.
 */
final class Formats {
  private static final int EVENTS = 101;
  private static final int EVENTS_OF_OPUS = 110;
  private static final int FIRST_DYNAMIC = 96;
  private static final String KEYS = "telephone-event/";

  /** A codec that was found, by its payload type. */
  record Found(Codec codec, int type) {}

  /** Keys as events, by their payload type. */
  record Events(int type, int clock) {}

  private final List<Integer> types = new ArrayList<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();
  private final Map<Integer, String> wishes = new LinkedHashMap<>();

  /** All that we can, with keys by the clock of each codec (RFC 4733, 2.1). */
  static Formats of(List<Codec> codecs) {
    Formats formats = new Formats();
    codecs.forEach(codec -> formats.with(codec, codec.type()));
    codecs.stream()
        .map(Codec::clock)
        .distinct()
        .forEach(clock ->
            formats.with(new Events(clock == Codec.OPUS.clock() ? EVENTS_OF_OPUS : EVENTS, clock)));
    return formats;
  }

  Formats with(Codec codec, int type) {
    types.add(type);
    if (codec == Codec.OPUS) {
      names.put(type, codec.written());
      wishes.put(type, codec.wishes());
    }
    return this;
  }

  Formats with(Events events) {
    types.add(events.type());
    names.put(events.type(), KEYS + events.clock());
    return this;
  }

  List<Integer> types() {
    return types;
  }

  Map<Integer, String> names() {
    return names;
  }

  Map<Integer, String> wishes() {
    return wishes;
  }

  /** Theirs counts by the order in which they named them (RFC 3264, 6.1). */
  static Optional<Found> find(Sdp theirs, List<Codec> allowed) {
    return theirs.formats().stream()
        .flatMap(type ->
            allowed.stream()
                .filter(codec -> codec.is(type, theirs.name(type)))
                .map(codec -> new Found(codec, type)))
        .findFirst();
  }

  /** Keys by the clock of a codec; where there are none, some send them by 8 kHz all the same. */
  static Optional<Events> events(Sdp theirs, Codec codec) {
    return events(theirs, codec.clock()).or(() -> events(theirs, Codec.PCMA.clock()));
  }

  private static Optional<Events> events(Sdp theirs, int clock) {
    return theirs
        .format(KEYS + clock)
        .filter(type -> type >= FIRST_DYNAMIC)
        .map(type -> new Events(type, clock));
  }
}
