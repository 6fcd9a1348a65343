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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  public Transcript {
    named = Set.copyOf(named);
    exchanges = List.copyOf(exchanges);
    terms = List.copyOf(terms);
  }

  LocalDate today() {
    return start.toLocalDate();
  }

  /** The number of the first turn in which the person had proved who they are. */
  int provenFrom() {
    for (int i = 0; i < exchanges.size(); i++) {
      if (plain(exchanges.get(i).heard()).contains(plain(proof))) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Whoever types or hears a letter of a number doesn't care how large it is. */
  private static String plain(String said) {
    return said.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }
}
