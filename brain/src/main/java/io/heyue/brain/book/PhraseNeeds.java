package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.dialogue.Keypad;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Question;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.turn.Footing;
import io.heyue.core.turn.HandoverWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases that must be there in every language: those of the moves that flows name, and those
 * of the moves that the kernel can make by itself.
 */
final class PhraseNeeds {
  private static final List<String> TERMS =
      List.of("full", "partial", "extension", "plan", "reduction");

  /** What the negotiation may ask by itself. */
  private static final List<Question> ASKED =
      List.of(Question.WHEN, Question.WHICH_DAY, Question.PAY_DAY, Question.ABILITY, Question.REST);

  /** Where each phrase is needed; null where the kernel needs it whatever the flows say. */
  private final Map<String, Place> needed = new LinkedHashMap<>();

  /** Where a phrase is asked for. */
  private record Place(String file, int line) {}

  PhraseNeeds() {
    Place kernel = new Place("", 1);
    for (String terms : TERMS) {
      needed.put("offer_" + terms, kernel);
      needed.put("read_back_" + terms, kernel);
      needed.put("confirm_" + terms, kernel);
    }
    needed.put("confirm_callback", kernel);
    needed.put("read_back_callback", kernel);
    for (Keypad.Menu menu : Keypad.Menu.values()) {
      needed.put(menu.id(), kernel);
    }
    needed.put("read_back_rest", kernel);
    needed.put("confirm_rest", kernel);
    Footing.phrases().forEach(id -> needed.put(id, kernel));
    HandoverWords.phrases().forEach(id -> needed.put(id, kernel));
    ASKED.forEach(question -> needed.put(question.id(), kernel));
    for (HandoverReason reason : HandoverReason.values()) {
      needed.put(new Move.HandOver(reason).id(), kernel);
    }
    for (Disposition disposition : Disposition.values()) {
      needed.put(new Move.Close(disposition).id(), kernel);
    }
  }

  void move(Move move, Item item) {
    if (!(move instanceof Move.Wait)) {
      needed.putIfAbsent(move.id(), new Place(item.source().name(), item.line()));
    }
  }

  /** Notes which of them {@code book} lacks in a wording that fits every channel and tone. */
  void check(PhraseBook book, String folder, Flaws flaws) {
    for (Lang lang : Lang.values()) {
      Map<String, List<PhraseBook.Phrase>> phrases = book.phrases().getOrDefault(lang, Map.of());
      needed.forEach((id, place) -> {
        boolean there =
            phrases.getOrDefault(id, List.of()).stream()
                .anyMatch(phrase -> phrase.channel().isEmpty() && phrase.tone() == Tone.PLAIN);
        if (!there) {
          String home = folder + "/phrases/" + lang.code();
          flaws.add(
              place.file().isEmpty() ? home : place.file(),
              place.line(),
              "Phrase '"
                  + id
                  + "' is missing in "
                  + home
                  + (phrases.containsKey(id)
                      ? " in a plain wording for every channel. Maybe each has a tone or a channel."
                      : ". " + Near.maybe(id, phrases.keySet())));
        }
      });
    }
  }
}
