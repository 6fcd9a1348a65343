package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How audio is offered, answered and agreed (RFC 3264; keys by RFC 4568, 5.1): A-law before µ-law
 * unless the other side has it otherwise, keys as events, and no way from encrypted to plain.
 * Immutable and thread-safe.
 *
 * @param address of ours, as others reach it
 * @param port at which we hear
 * @param freshKeys one for each suite that we can, with tags from 1; made anew for each call; none
 *     where keys would be readable on their way, and so nothing encrypted is agreed
 */
public record Negotiation(String address, int port, Secrecy secrecy, List<MediaKey> freshKeys) {
  private static final int A_LAW = 8;
  private static final int MU_LAW = 0;
  private static final int EVENTS = 101;
  private static final int FIRST_DYNAMIC = 96;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F.]{0,40}:[0-9a-fA-F:.]{1,44}");

  private static final List<Integer> CODECS = List.of(A_LAW, MU_LAW);

  public Negotiation {
    Check.filled("address", address);
    freshKeys = List.copyOf(freshKeys);
    Check.that(!secrecy.always() || !freshKeys.isEmpty(), "freshKeys", freshKeys, "there to use");
  }

  /** What we offer. */
  public Sdp offer(Direction direction) {
    boolean secure = secrecy.always();
    return new Sdp(
        address,
        port,
        secure,
        List.of(A_LAW, MU_LAW, EVENTS),
        Map.of(EVENTS, Sdp.KEYS),
        direction,
        secure ? freshKeys : List.of());
  }

  /** The same within a call: as it was agreed, so that nothing else changes. */
  public Sdp offer(Direction direction, Agreement agreed) {
    List<Integer> formats = new ArrayList<>(List.of(agreed.codec()));
    Map<Integer, String> names = new LinkedHashMap<>();
    agreed
        .keys()
        .ifPresent(type -> {
          formats.add(type);
          names.put(type, Sdp.KEYS);
        });
    return new Sdp(
        address,
        port,
        agreed.ours().isPresent(),
        formats,
        names,
        direction,
        agreed.ours().map(List::of).orElse(List.of()));
  }

  /**
   * Our answer to what they offer; empty where nothing fits both.
   *
   * @param least what we do at most: we may want to hold while they offer all
   */
  public Optional<Sdp> answer(Sdp offered, Direction least) {
    Optional<Integer> codec = reachable(offered) ? codec(offered) : Optional.empty();
    Optional<MediaKey> key = offered.secure() ? ours(offered) : Optional.empty();
    if (codec.isEmpty()
        || offered.port() == 0
        || offered.secure() != key.isPresent()
        || (secrecy.always() && !offered.secure())) {
      return Optional.empty();
    }
    List<Integer> formats = new ArrayList<>(List.of(codec.get()));
    Map<Integer, String> names = new LinkedHashMap<>();
    offered
        .format(Sdp.KEYS)
        .ifPresent(type -> {
          formats.add(type);
          names.put(type, Sdp.KEYS);
        });
    Direction theirs =
        offered.holds() && offered.direction().receives()
            ? Direction.SENDONLY
            : offered.direction();
    return Optional.of(
        new Sdp(
            address,
            port,
            offered.secure(),
            formats,
            names,
            both(theirs.answered(), least),
            key.map(List::of).orElse(List.of()),
            offered.media()));
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
    return theirs.port() < 65_535 && ADDRESS.matcher(theirs.address()).matches();
  }

  private static Optional<Integer> keys(Sdp theirs) {
    return theirs.format(Sdp.KEYS).filter(type -> type >= FIRST_DYNAMIC);
  }

  /** Theirs counts by the order in which they named them (RFC 3264, 6.1). */
  private static Optional<Integer> codec(Sdp theirs) {
    return theirs.formats().stream().filter(CODECS::contains).findFirst();
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

  /** What is agreed by our answer to their offer. */
  public Agreement agreed(Sdp offered, Sdp answer) {
    return new Agreement(
        offered.address(),
        offered.port(),
        answer.formats().getFirst(),
        keys(answer),
        answer.direction().sends() && !offered.holds(),
        answer.direction().receives(),
        answer.keys().stream().findFirst(),
        answer.secure() ? chosen(offered) : Optional.empty());
  }

  /** What is agreed by their answer to our offer; empty where it doesn't fit what we offered. */
  public Optional<Agreement> accepted(Sdp offer, Sdp answer) {
    Optional<Integer> codec =
        reachable(answer) ? codec(answer).filter(offer.formats()::contains) : Optional.empty();
    Optional<MediaKey> theirs = answer.keys().stream().findFirst();
    Optional<MediaKey> ours =
        theirs.flatMap(key ->
            offer.keys().stream()
                .filter(own -> own.tag() == key.tag() && own.suite().equals(key.suite()))
                .findFirst());
    if (codec.isEmpty()
        || answer.port() == 0
        || answer.secure() != offer.secure()
        || (offer.secure() && ours.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Agreement(
            answer.address(),
            answer.port(),
            codec.get(),
            keys(answer).filter(_ -> offer.format(Sdp.KEYS).isPresent()),
            offer.direction().sends() && !answer.holds(),
            offer.direction().receives() && answer.direction().sends(),
            offer.secure() ? ours : Optional.empty(),
            offer.secure() ? theirs : Optional.empty()));
  }
}
