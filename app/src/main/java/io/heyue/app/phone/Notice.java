package io.heyue.app.phone;

import io.heyue.app.engine.Phrases;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.law.StandingLaw;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template;
import io.heyue.core.reply.Template.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody is told of whom nothing is known: approved wordings that speak of no person and of
 * no account, so that anybody may hear them. Which language they understand nobody knows either, so
 * it is said in each, one after the other.
 *
 * @param said as the guard let it pass, in the order in which it is said
 * @param cue whether each begins with the rhythm that says that a machine speaks
 */
public record Notice(List<ApprovedReply> said, boolean cue) {
  private static final Logger LOG = LoggerFactory.getLogger(Notice.class);

  /** Where most who call are at home comes first. */
  private static final List<Lang> ORDER = List.of(Lang.ZH, Lang.EN);

  public Notice {
    said = List.copyOf(said);
    Check.that(!said.isEmpty(), "said", said.size(), "one or more");
  }

  /**
   * The approved wordings with the lender's number for people who want a person, as far as the
   * guard lets them pass.
   *
   * @return empty where nothing may be said
   * @throws IllegalArgumentException if one has a place that only a person's affairs could fill
   */
  public static Optional<Notice> of(
      PhraseBook book, Mandate mandate, Guard guard, LocalDate today) {
    List<ApprovedReply> said = new ArrayList<>();
    for (Lang lang : ORDER) {
      book.find(lang, Phrases.UNKNOWN_CALLER, Channel.CALL, Tone.PLAIN)
          .map(phrase -> draft(phrase.template(), mandate.in(lang), lang))
          .flatMap(draft -> passed(draft, guard, mandate.in(lang), today))
          .ifPresent(said::add);
    }
    boolean cue = !StandingLaw.everywhere(guard.law(), today).audioCue(Channel.CALL).isEmpty();
    return said.isEmpty() ? Optional.empty() : Optional.of(new Notice(said, cue));
  }

  private static Optional<ApprovedReply> passed(
      DraftReply draft, Guard guard, Mandate mandate, LocalDate today) {
    return switch (guard.judge(draft, mandate, today)) {
      case Verdict.Permitted permitted -> Optional.of(permitted.reply());
      case Verdict.Amended amended -> Optional.of(amended.reply());
      case Verdict.Forbidden forbidden -> {
        LOG.warn(
            "Phrase '{}' in {} may not be said: {} ({}). Whoever calls from a number that nobody"
                + " knows isn't told it.",
            Phrases.UNKNOWN_CALLER,
            draft.lang(),
            forbidden.reasons(),
            forbidden.rules());
        yield Optional.empty();
      }
    };
  }

  private static DraftReply draft(Template template, Mandate mandate, Lang lang) {
    StringBuilder words = new StringBuilder();
    List<Claim> claims = new ArrayList<>();
    for (Part part : template.parts()) {
      int start = words.length();
      words.append(said(part, mandate));
      Span span = Span.of(start, words.length());
      claim(part, span).ifPresent(claims::add);
    }
    return new DraftReply(lang, words.toString(), claims, List.of(Phrases.UNKNOWN_CALLER));
  }

  private static String said(Part part, Mandate mandate) {
    return switch (part) {
      case Part.Words words -> words.text();
      case Part.Marked marked -> marked.text();
      case Part.Known known -> throw unfit("[known:" + known.figure() + "|…]");
      case Part.Place place ->
          switch (place.placeholder()) {
            case HOTLINE -> mandate.hotline();
            case SPEAKER -> mandate.speaker();
            default -> throw unfit("{" + place.placeholder() + "}");
          };
    };
  }

  private static Optional<Claim> claim(Part part, Span span) {
    return switch (part) {
      case Part.Words _, Part.Known _ -> Optional.empty();
      case Part.Marked marked ->
          Optional.of(
              switch (marked.kind()) {
                case "artificial" -> new Claim.Artificial(span);
                case "right" -> new Claim.Right(span, marked.name());
                default -> new Claim.Consequence(span, marked.name());
              });
      case Part.Place place ->
          switch (place.placeholder()) {
            case HOTLINE -> Optional.of(new Claim.Contact(span, Claim.Of.HOTLINE));
            case SPEAKER -> Optional.of(new Claim.Identity(span, Claim.Of.SPEAKER));
            default -> Optional.empty();
          };
    };
  }

  private static IllegalArgumentException unfit(String place) {
    return new IllegalArgumentException(
        "Phrase '%s' holds %s, but is said to people of whom nothing is known. Maybe {hotline} or {speaker}."
            .formatted(Phrases.UNKNOWN_CALLER, place));
  }
}
