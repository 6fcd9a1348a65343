package io.heyue.store.ledger;

import io.heyue.core.audit.Commitment;
import io.heyue.core.audit.Hash;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The clear text of an entry with the seed of its salts, as they are sealed: sixty-four hexadecimal
 * digits, a line feed, the text. Sealed together, they are forgotten together.
 *
 * @param seed absent in entries of the time before there were commitments
 */
public record Committed(Optional<Hash> seed, String text) {
  private static final int DIGITS = 64;

  /** A text with a new seed. */
  static Committed anew(String text, SecureRandom random) {
    byte[] seed = new byte[DIGITS / 2];
    random.nextBytes(seed);
    return new Committed(Optional.of(Hash.of32(seed)), text);
  }

  /** What was sealed. */
  static Committed read(String sealed, boolean committed) {
    if (!committed) {
      return new Committed(Optional.empty(), sealed);
    }
    return new Committed(
        Optional.of(new Hash(sealed.substring(0, DIGITS))), sealed.substring(DIGITS + 1));
  }

  /** What is sealed. */
  String written() {
    return seed.map(digits -> digits.hex() + "\n").orElse("") + text;
  }

  /** The commitment to the text; empty where there is no seed. */
  public Optional<Hash> commitment() {
    return seed.map(secret -> Commitment.of(secret, Flat.of(text)));
  }

  /** Names nothing of what it holds. */
  @Override
  public String toString() {
    return "Committed[" + seed.isPresent() + "]";
  }
}
