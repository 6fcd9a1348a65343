package io.heyue.voice.line;

import io.heyue.core.base.Check;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way into the telephone network that a carrier sells. Immutable.
 *
 * @param name by which people know it
 * @param address of the carrier's machine
 * @param credentials where it wants to know who we are
 * @param numbers the carrier lets us call from; from no other is ever called
 * @param writing how it wants numbers written
 * @param channels how many calls at once
 * @param rate how many new calls a second
 * @param secrecy whether audio must be encrypted; by TLS alone, unless its keys may go in clear
 * @param transfers whether it transfers calls (REFER)
 * @param registers our address at its registrar, where it wants to be told where we are reached;
 *     until it knows, no call goes there
 * @param codecs that may be used, the dearest first
 */
public record Trunk(
    String name,
    SipAddress address,
    Optional<Credentials> credentials,
    Set<PhoneNumber> numbers,
    Writing writing,
    int channels,
    int rate,
    Secrecy secrecy,
    boolean transfers,
    Optional<SipAddress> registers,
    List<Codec> codecs) {
  /** How a carrier wants numbers written. */
  public enum Writing {
    /** +8613812345678, as E.164 has it. */
    PLUS,
    /** 8613812345678. */
    BARE,
    /** 13812345678 within the country, 00 before another. */
    NATIONAL
  }

  private static final String CHINA = "+86";

  public Trunk {
    Check.filled("name", name);
    numbers = Set.copyOf(numbers);
    Check.that(!numbers.isEmpty(), "numbers", numbers, "one number or more to call from");
    Check.that(channels > 0, "channels", channels, "1 or more");
    Check.that(rate > 0, "rate", rate, "1 or more");
    codecs = List.copyOf(codecs);
    Check.that(!codecs.isEmpty(), "codecs", codecs, "one or more");
    Check.that(
        secrecy.fits(address.transport()),
        "address",
        address,
        "reached by TLS where audio must be encrypted, or its keys could be read");
    Check.that(
        registers.isEmpty() || credentials.isPresent(),
        "credentials",
        credentials,
        "there for a trunk that we register with");
  }

  /** One that needn't be told where we are reached, and takes A-law and µ-law. */
  public Trunk(
      String name,
      SipAddress address,
      Optional<Credentials> credentials,
      Set<PhoneNumber> numbers,
      Writing writing,
      int channels,
      int rate,
      Secrecy secrecy,
      boolean transfers) {
    this(
        name,
        address,
        credentials,
        numbers,
        writing,
        channels,
        rate,
        secrecy,
        transfers,
        Optional.empty(),
        Codec.USUAL);
  }

  /**
   * The number that it means by what it writes, in its own manner; empty where that is none. What
   * is written otherwise isn't guessed at: it could be another's number.
   */
  public Optional<PhoneNumber> read(String user) {
    return switch (writing) {
      case PLUS -> user.startsWith("+") ? PhoneNumber.find(user) : Optional.empty();
      case BARE -> digits(user, user).flatMap(bare -> PhoneNumber.find("+" + bare));
      case NATIONAL ->
          user.startsWith("00")
              ? digits(user, user.substring(2)).flatMap(bare -> PhoneNumber.find("+" + bare))
              : digits(user, user.startsWith("0") ? user.substring(1) : user)
                  .flatMap(bare -> PhoneNumber.find(CHINA + bare));
    };
  }

  private static Optional<String> digits(String user, String rest) {
    boolean all = !user.isEmpty() && user.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    return all ? Optional.of(rest) : Optional.empty();
  }

  /** How it is called, or calls. */
  SipAddress written(PhoneNumber number) {
    String e164 = number.reveal();
    return address.with(
        switch (writing) {
          case PLUS -> e164;
          case BARE -> e164.substring(1);
          case NATIONAL ->
              e164.startsWith(CHINA) ? e164.substring(CHINA.length()) : "00" + e164.substring(1);
        });
  }
}
