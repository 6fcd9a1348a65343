package io.heyue.sim.check;

import io.heyue.core.base.Money;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.sim.people.Page;
import io.heyue.sim.people.Truth;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A whole conversation, the books behind it and the truth about the person.
 *
 * @param start when we wanted to begin, on the person's clock
 * @param dossier as it was before the conversation
 * @param proof the right answer to the verification
 * @param named sums that the person may have named
 * @param agreedTo what the person read when they last said yes
 * @param exchanges in order; empty where no contact was permitted
 * @param terms what was recorded as agreed, in order
 */
public record Transcript(
    ZonedDateTime start,
    Dossier dossier,
    String proof,
    Truth truth,
    Set<Money> named,
    Optional<Page> agreedTo,
    List<Exchange> exchanges,
    List<Terms> terms,
    Optional<Disposition> disposition,
    Optional<HandoverReason> handover) {
  /** A conversation of so many turns leads nowhere; people break it off. */
  public static final int ENDLESS = 24;

  /** What somebody hums between two figures. */
  private static final String FILLER =
      "(?:\\s|[,，]|嗯|呃|那个|就是|然后|这个|啊|哎|反正|就|我说|你看|对吧|哦|欸|um|uh|er|hmm|like|well|so|look|right"
          + "|you know|i mean|sort of|basically|ok(?:ay)?){0,4}";

  /** Names of the digits, as parts of a pattern. */
  private static final List<String> DIGITS =
      List.of(
          "zero|零|〇",
          "one|一|幺",
          "two|二|两",
          "three|三",
          "four|四",
          "five|五",
          "six|六",
          "seven|七",
          "eight|八",
          "nine|九");

  /** What is heard for them between others; ordinary words, so that none begins or ends a proof. */
  private static final Map<Integer, String> HEARD_FOR = Map.of(2, "too?", 4, "fore?", 8, "ate");

  public Transcript {
    named = Set.copyOf(named);
    exchanges = List.copyOf(exchanges);
    terms = List.copyOf(terms);
  }

  LocalDate today() {
    return start.toLocalDate();
  }

  /** A digit is written or said, in either language; an X is keyed in as a star. */
  private static String saidAs(String proof, int at) {
    int sign = proof.charAt(at);
    String written = Pattern.quote(Character.toString(sign));
    if (Character.toUpperCase(sign) == 'X') {
      return "(?:" + written + "|\\*)";
    }
    if (!Character.isDigit(sign)) {
      return written;
    }
    int digit = Character.digit(sign, 10);
    String names = DIGITS.get(digit);
    if (digit == 0 && at > 0) {
      names += "|oh?";
    }
    String heard = HEARD_FOR.get(digit);
    if (heard != null && at > 0 && at < proof.length() - 1) {
      names += "|" + heard;
    }
    return "(?:" + written + "|" + "(?<![a-z])(?:" + names + ")(?![a-z]))";
  }

  /** How a proof is said. */
  static Pattern said(String proof) {
    return Pattern.compile(
        IntStream.range(0, proof.length())
            .mapToObj(at -> saidAs(proof, at))
            .collect(Collectors.joining(FILLER, "(?<![0-9])", "(?![0-9])")),
        Pattern.CASE_INSENSITIVE);
  }

  /**
   * The number of the first turn in which the person had proved who they are. Whoever types or
   * hears a letter of a number doesn't care how large it is, nor whether somebody hummed in the
   * middle.
   */
  int provenFrom() {
    Pattern said = said(proof.strip());
    for (int i = 0; i < exchanges.size(); i++) {
      if (said.matcher(exchanges.get(i).heard()).find()) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
