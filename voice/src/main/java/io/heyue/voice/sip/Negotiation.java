package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.util.List;
import java.util.Optional;

/**
 * How audio is offered, answered and agreed (RFC 3264; keys by RFC 4568, 5.1): codecs in our order
 * unless the other side has it otherwise, keys as events, and no way from encrypted to plain.
 * Immutable and thread-safe.
 *
 * @param address of ours, as others reach it
 * @param port at which we hear
 * @param freshKeys one for each suite that we can, with tags from 1; made anew for each call; none
 *     where keys would be readable on their way, and so nothing encrypted is agreed
 * @param codecs that may be used, the dearest first; others are neither offered nor taken
 */
public record Negotiation(
    String address, int port, Secrecy secrecy, List<MediaKey> freshKeys, List<Codec> codecs) {
  public Negotiation {
    Check.filled("address", address);
    freshKeys = List.copyOf(freshKeys);
    codecs = List.copyOf(codecs);
    Check.that(!codecs.isEmpty(), "codecs", codecs, "one or more");
    Check.that(!secrecy.always() || !freshKeys.isEmpty(), "freshKeys", freshKeys, "there to use");
  }

  /** By A-law and µ-law. */
  public Negotiation(String address, int port, Secrecy secrecy, List<MediaKey> freshKeys) {
    this(address, port, secrecy, freshKeys, Codec.USUAL);
  }

  /** What we offer. */
  public Sdp offer(Direction direction) {
    return session(Formats.of(codecs), direction, secrecy.always() ? freshKeys : List.of());
  }

  private Sdp session(Formats formats, Direction direction, List<MediaKey> keys) {
    return new Sdp(
        address,
        port,
        !keys.isEmpty(),
        formats.types(),
        formats.names(),
        formats.wishes(),
        direction,
        keys,
        List.of(""));
  }

  /** The same within a call: as it was agreed, so that nothing else changes. */
  public Sdp offer(Direction direction, Agreement agreed) {
    Coded coded = agreed.coded();
    Formats formats = new Formats().with(coded.codec(), coded.heardAs());
    agreed.keys().ifPresent(type -> formats.with(new Formats.Events(type, coded.keyClock())));
    return session(formats, direction, agreed.ours().map(List::of).orElse(List.of()));
  }

  /**
   * Our answer to what they offer; empty where nothing fits both.
   *
   * @param least what we do at most: we may want to hold while they offer all
   */
  public Optional<Sdp> answer(Sdp offered, Direction least) {
    Optional<Formats.Found> found =
        reachable(offered) ? Formats.find(offered, codecs) : Optional.empty();
    Optional<MediaKey> key = offered.secure() ? ours(offered) : Optional.empty();
    if (found.isEmpty()
        || offered.port() == 0
        || offered.secure() != key.isPresent()
        || (secrecy.always() && !offered.secure())) {
      return Optional.empty();
    }
    Formats formats = new Formats().with(found.get().codec(), found.get().type());
    Formats.events(offered, found.get().codec()).ifPresent(formats::with);
    Direction theirs =
        offered.holds() && offered.direction().receives()
            ? Direction.SENDONLY
            : offered.direction();
    return Optional.of(
        session(formats, both(theirs.answered(), least), key.map(List::of).orElse(List.of()))
            .among(offered.media()));
  }

  private static Direction both(Direction one, Direction other) {
    boolean sends = one.sends() && other.sends();
    boolean receives = one.receives() && other.receives();
    if (sends) {
      return receives ? Direction.SENDRECV : Direction.SENDONLY;
    }
    return receives ? Direction.RECVONLY : Direction.INACTIVE;
  }

  /** Whether audio can be sent there: to an address, since to look a name up may take long. */
  private static boolean reachable(Sdp theirs) {
    return theirs.port() < 65_535 && Literal.find(theirs.address()).isPresent();
  }

  /** Of their suites the first that we can, with our own key and their tag. */
  private Optional<MediaKey> ours(Sdp offered) {
    return chosen(offered)
        .flatMap(theirs ->
            freshKeys.stream()
                .filter(key -> key.suite().equals(theirs.suite()))
                .findFirst()
                .map(key -> new MediaKey(theirs.tag(), key.suite(), key.key())));
  }

  private Optional<MediaKey> chosen(Sdp offered) {
    return offered.keys().stream()
        .filter(key -> freshKeys.stream().anyMatch(ours -> ours.suite().equals(key.suite())))
        .findFirst();
  }

  private static Coded coded(Formats.Found found, int heardAs, Sdp theirs) {
    int keyClock =
        Formats.events(theirs, found.codec())
            .map(Formats.Events::clock)
            .orElse(found.codec().clock());
    return new Coded(
        found.codec(),
        found.type(),
        heardAs,
        keyClock,
        theirs.wishes().getOrDefault(found.type(), ""));
  }

  /** What is agreed by our answer to their offer. */
  public Agreement agreed(Sdp offered, Sdp answer) {
    Formats.Found found = Formats.find(answer, codecs).orElseThrow();
    return new Agreement(
        offered.address(),
        offered.port(),
        coded(found, found.type(), offered),
        Formats.events(answer, found.codec()).map(Formats.Events::type),
        answer.direction().sends() && !offered.holds(),
        answer.direction().receives(),
        answer.keys().stream().findFirst(),
        answer.secure() ? chosen(offered) : Optional.empty());
  }

  /** What is agreed by their answer to our offer; empty where it doesn't fit what we offered. */
  public Optional<Agreement> accepted(Sdp offer, Sdp answer) {
    Optional<Formats.Found> found =
        reachable(answer) ? Formats.find(answer, codecs) : Optional.empty();
    Optional<Integer> heardAs = found.flatMap(codec -> offer.format(codec.codec().written()));
    Optional<MediaKey> theirs = answer.keys().stream().findFirst();
    Optional<MediaKey> ours =
        theirs.flatMap(key ->
            offer.keys().stream()
                .filter(own -> own.tag() == key.tag() && own.suite().equals(key.suite()))
                .findFirst());
    if (heardAs.isEmpty()
        || answer.port() == 0
        || answer.secure() != offer.secure()
        || (offer.secure() && ours.isEmpty())) {
      return Optional.empty();
    }
    Formats.Found codec = found.orElseThrow();
    return Optional.of(
        new Agreement(
            answer.address(),
            answer.port(),
            coded(codec, heardAs.get(), answer),
            Formats.events(answer, codec.codec())
                .filter(_ -> Formats.events(offer, codec.codec()).isPresent())
                .map(Formats.Events::type),
            offer.direction().sends() && !answer.holds(),
            offer.direction().receives() && answer.direction().sends(),
            offer.secure() ? ours : Optional.empty(),
            offer.secure() ? theirs : Optional.empty()));
  }
}
