package io.heyue.core.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The public keys of a ledger, the oldest first. Each key but the first was vouched for by the one
 * before, and vouched for that one: whoever trusts one of them can trust all.
 */
public record KeyRing(List<Link> links) {
  private static final String FIRST_LINE = "heyue-ledger-keys/1";
  private static final int MOST = 1_000;

  public KeyRing {
    links = List.copyOf(links);
    if (links.isEmpty() || links.size() > MOST) {
      throw new IllegalArgumentException("A ring of " + links.size() + " keys can't be used.");
    }
  }

  /**
   * A key.
   *
   * @param from since when it signs
   * @param byOlder what the key before signed about it; empty at the first
   * @param byItself what it signed about the key before; empty at the first
   */
  public record Link(NoteKey key, Instant from, String byOlder, String byItself) {}

  /** The ring of a first key. */
  public static KeyRing first(NoteKey key, Instant from) {
    return new KeyRing(List.of(new Link(key, from, "", "")));
  }

  /** By which the ledger is named: it goes with the first key. */
  public String origin() {
    return "heyue-ledger/" + links.getFirst().key().fingerprint();
  }

  /** The key that signs now. */
  public NoteKey current() {
    return links.getLast().key();
  }

  /** What two keys sign about each other when the newer takes over. */
  public String statement(NoteKey older, NoteKey newer, Instant from) {
    return "heyue-ledger-key/1\n"
        + origin()
        + "\nfrom "
        + older.hex()
        + "\nto "
        + newer.hex()
        + "\nat "
        + from
        + "\n";
  }

  /** This ring with a newer key. */
  public KeyRing with(Link newer) {
    List<Link> longer = new ArrayList<>(links);
    longer.add(newer);
    return new KeyRing(longer);
  }

  /** What is wrong with it, if something is. */
  public Optional<String> fault() {
    for (int i = 1; i < links.size(); i++) {
      NoteKey older = links.get(i - 1).key();
      Link link = links.get(i);
      byte[] statement = statement(older, link.key(), link.from()).getBytes(StandardCharsets.UTF_8);
      if (!signed(older, statement, link.byOlder())) {
        return Optional.of("key " + (i + 1) + " was not vouched for by the key before it");
      }
      if (!signed(link.key(), statement, link.byItself())) {
        return Optional.of("key " + (i + 1) + " did not vouch for the key before it");
      }
    }
    return Optional.empty();
  }

  private static boolean signed(NoteKey key, byte[] text, String signature) {
    try {
      return key.signed(text, HexFormat.of().parseHex(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The place of a key, from 1; 0 where it isn't in the ring. */
  public int place(NoteKey key) {
    return links.stream().map(Link::key).toList().indexOf(key) + 1;
  }

  /** Which key signed a note, by its place from 1; 0 where none did. */
  public int signer(SignedNote note) {
    for (int i = 0; i < links.size(); i++) {
      if (note.signedBy(links.get(i).key())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** A line a key. */
  public String text() {
    StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
    for (Link link : links) {
      out.append("key ").append(link.key().hex()).append(' ').append(link.from());
      if (!link.byOlder().isEmpty()) {
        out.append(' ').append(link.byOlder()).append(' ').append(link.byItself());
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** The ring that {@code text} is; empty where it is none. */
  public static Optional<KeyRing> find(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (!lines.getFirst().equals(FIRST_LINE) || lines.size() > MOST) {
      return Optional.empty();
    }
    try {
      List<Link> links = new ArrayList<>();
      for (String line : lines.subList(1, lines.size() - 1)) {
        List<String> words = List.of(line.split(" ", -1));
        boolean first = links.isEmpty();
        if (!words.getFirst().equals("key") || words.size() != (first ? 3 : 5)) {
          return Optional.empty();
        }
        links.add(
            new Link(
                new NoteKey(words.get(1)),
                Instant.parse(words.get(2)),
                first ? "" : words.get(3),
                first ? "" : words.get(4)));
      }
      KeyRing ring = new KeyRing(links);
      return ring.text().equals(text) ? Optional.of(ring) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
