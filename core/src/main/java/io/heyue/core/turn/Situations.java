package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.compliance.DebtFacts;
import io.heyue.core.decision.Situation;
import io.heyue.core.decision.ToneOfVoice;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Writer;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Understanding;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Builds what each room wants to know from what the turn knows. */
final class Situations {
  private Situations() {}

  static Situation of(Dossier dossier, DialogueState state, Understanding heard, Instant now) {
    var tallies = dossier.matter().tallies();
    return new Situation(
        dossier.account().daysPastDue(local(dossier, now).toLocalDate()),
        heard.main().intent(),
        heard.main().confidence(),
        heard.emotion().label(),
        heard.emotion().intensity(),
        heard.cooperation(),
        tallies.attempts(),
        tallies.unanswered(),
        tallies.kept(),
        tallies.broken(),
        tallies.partialPayments(),
        state.declined().size(),
        state.channel());
  }

  /** Now, on the person's clock. */
  static ZonedDateTime local(Dossier dossier, Instant now) {
    ZoneId zone = dossier.borrower().zone();
    return now.atZone(zone == null ? ZoneOffset.UTC : zone);
  }

  static Writer.Setting setting(
      Dossier dossier, DialogueState state, Emotion emotion, Instant now) {
    return setting(dossier, state, state.lang(), emotion, "", now);
  }

  static Writer.Setting setting(
      Dossier dossier, DialogueState state, Lang lang, Emotion emotion, String link, Instant now) {
    return new Writer.Setting(
        dossier,
        lang,
        state.channel(),
        ToneOfVoice.toward(emotion),
        state.conversation().code(),
        link,
        local(dossier, now).toLocalDate());
  }

  /** The facts of an answer to somebody who wrote to us. */
  static ContactFacts replyFacts(Dossier dossier, DialogueState state, Instant now) {
    Account account = dossier.account();
    return new ContactFacts(
        now,
        state.channel(),
        Purpose.REPLY,
        new ContactFacts.Seat(
            account.lender().place(), account.lender().licence(), Optional.empty()),
        new ContactFacts.Addressee(
            dossier.borrower().place(), dossier.borrower().zone(), Relation.SELF, dossier.flags()),
        new ContactFacts.Point("", null),
        DebtFacts.of(account),
        ContactFacts.Consents.to(state.channel(), dossier.consent(state.channel()), true),
        dossier.holdsAt(now),
        List.of(),
        LenderPolicy.NONE);
  }
}
