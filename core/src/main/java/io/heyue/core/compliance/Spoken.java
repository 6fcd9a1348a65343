package io.heyue.core.compliance;

import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Wording;
import java.time.LocalDate;
import java.util.List;

/** Whether the words under a claim are what the claim says, letter by letter. */
final class Spoken {
  private Spoken() {}

  static boolean rightly(Claim claim, DraftReply draft, Dossier dossier, LocalDate today) {
    String words = claim.span().of(draft.words());
    Wording wording = new Wording(draft.lang());
    return switch (claim) {
      case Claim.Sum sum -> words.equals(wording.sum(sum.money()));
      case Claim.Day day -> words.equals(wording.day(day.day(), today));
      case Claim.Count count -> words.equals(Long.toString(count.count()));
      case Claim.Price price -> words.equals(wording.rate(price.rate()));
      case Claim.Identity identity -> identity(identity.of(), dossier).contains(words);
      case Claim.Contact contact -> contact(contact.of(), words, dossier.mandate());
      case Claim.Code _, Claim.Artificial _, Claim.Right _, Claim.Consequence _ -> true;
    };
  }

  private static List<String> identity(Claim.Of of, Dossier dossier) {
    return switch (of) {
      case LENDER -> List.of(dossier.account().lender().name());
      case SPEAKER -> List.of(dossier.mandate().speaker());
      case PERSON -> List.of(dossier.borrower().name().reveal());
      case PRODUCT -> List.of(dossier.account().product());
      case TAIL -> List.of(dossier.account().tail());
      default -> List.of();
    };
  }

  /** Nobody is sent anywhere but where the lender says; a personal link is made by the house. */
  private static boolean contact(Claim.Of of, String words, Mandate mandate) {
    return switch (of) {
      case HOTLINE -> words.equals(mandate.hotline());
      case HELP_LINE -> words.equals(mandate.helpLine());
      case PAY_AT -> words.equals(mandate.payAt());
      case SITE ->
          words.isEmpty()
              || words.equals(mandate.site())
              || words.startsWith("https://")
              || words.startsWith("http://");
      case TIME -> true;
      default -> false;
    };
  }
}
