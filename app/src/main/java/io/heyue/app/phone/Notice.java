package io.heyue.app.phone;

import io.heyue.app.engine.Phrases;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Template.Part;
import java.util.Optional;

/**
 * What somebody is told of whom nothing is known: an approved wording that speaks of no person and
 * of no account, so that anybody may hear it.
 *
 * @param words in {@code lang}, to be said
 */
public record Notice(Lang lang, String words) {
  /**
   * The approved wording with the lender's number for people who want a person.
   *
   * @return empty where there is no such wording
   * @throws IllegalArgumentException if it has a place that only a person's affairs could fill
   */
  public static Optional<Notice> of(PhraseBook book, Mandate mandate, Lang lang) {
    return book.find(lang, Phrases.UNKNOWN_CALLER, Channel.CALL, Tone.PLAIN)
        .map(phrase -> {
          StringBuilder words = new StringBuilder();
          phrase.template().parts().forEach(part -> words.append(said(part, mandate.in(lang))));
          return new Notice(lang, words.toString());
        });
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

  private static IllegalArgumentException unfit(String place) {
    return new IllegalArgumentException(
        "Phrase '%s' holds %s, but is said to people of whom nothing is known. Maybe {hotline} or {speaker}."
            .formatted(Phrases.UNKNOWN_CALLER, place));
  }
}
