package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.dialogue.Move;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Lender;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Writer;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleWords;
import io.heyue.core.samples.Samples;
import java.util.List;
import java.util.function.Function;

/** Drafts as tests write them, and the guard of the sample law that judges them. */
final class WordsJudged {
  static final Guard GUARD = new Guard(SampleLaw.book());
  static final Writer WRITER = new Writer(SampleWords.book());

  static DraftReply plain(String words, Claim... claims) {
    return new DraftReply(Lang.ZH, words, List.of(claims), List.of());
  }

  /** Words in which {@code said} makes the claim. */
  static DraftReply saying(String words, String said, Function<Span, Claim> claim) {
    int start = words.indexOf(said);
    return plain(words, claim.apply(Span.of(start, start + said.length())));
  }

  static Verdict judge(DraftReply draft) {
    return judge(draft, Samples.dossier());
  }

  static Verdict judge(DraftReply draft, Dossier dossier) {
    return GUARD.judge(
        draft, dossier, List.of(), Delivery.byMachine(Channel.CHAT, false, true), Samples.NOW);
  }

  static Verdict unverified(DraftReply draft) {
    return GUARD.judge(
        draft,
        Samples.dossier(),
        List.of(),
        Delivery.byMachine(Channel.CHAT, false, false),
        Samples.NOW);
  }

  static DraftReply written(Dossier dossier, Move... moves) {
    return WRITER.write(List.of(moves), SampleWords.setting(dossier, Lang.ZH));
  }

  static void forbidden(Verdict verdict, String rule) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Forbidden.class,
            f -> assertThat(f.rules()).extracting(RuleId::id).contains(rule));
  }

  static Dossier lentBy(String name) {
    Account account = Samples.account();
    return Samples.dossier(
        new Account(
            account.id(),
            account.tail(),
            new Lender(name, account.lender().licence(), account.lender().place()),
            account.product(),
            account.contractDate(),
            account.principal(),
            account.balance(),
            account.overdue(),
            account.minimum(),
            account.dueDate(),
            account.contractRate(),
            account.overdueRate(),
            account.facts(),
            account.asOf()),
        Samples.borrower(),
        Samples.mandate());
  }

  private WordsJudged() {}
}
