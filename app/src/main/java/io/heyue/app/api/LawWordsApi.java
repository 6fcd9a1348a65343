package io.heyue.app.api;

import io.heyue.app.house.House;
import io.heyue.app.law.WordsDesk;
import io.heyue.app.law.WordsView;
import io.heyue.app.law.WordsView.RuleView;
import io.heyue.app.law.WordsView.SpanView;
import io.heyue.core.base.Lang;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Whether words may be said. Nothing of what is sent is kept. */
@RestController
@RequestMapping("/api/v1/law")
public final class LawWordsApi {
  private final WordsDesk desk;

  LawWordsApi(House house) {
    this.desk = house.words();
  }

  /**
   * Words that somebody would like to say.
   *
   * @param id given back as it came
   * @param lang zh or en; where it is left out, the script of the words decides
   * @param facts what is known of the account: overdue, dueDate, creditReporting …
   */
  public record WordsBody(
      @Nullable String id,
      @Nullable String text,
      @Nullable String lang,
      @Nullable ObjectNode facts) {
    @Override
    public String toString() {
      return "WordsBody";
    }
  }

  /** The answer, with the id of what was asked. */
  public record WordsAnswer(
      @Nullable String id,
      String verdict,
      List<RuleView> rules,
      List<SpanView> spans,
      @Nullable String category,
      @Nullable String suggestion,
      @Nullable String reason,
      List<SpanView> unproven) {}

  @PostMapping("/words")
  @Operation(
      description =
          "Whether words may be said to somebody who owes, which rule stands against them and what"
              + " may be said instead. Offsets are UTF-16 code units.")
  WordsAnswer words(@RequestBody WordsBody body) {
    if (body.text() == null) {
      throw new Unusable("'text' is missing.");
    }
    Optional<Lang> lang = OneOf.find("lang", body.lang(), Arrays.asList(Lang.values()), Lang::code);
    try {
      WordsView view = desk.judge(body.text(), lang, body.facts(), WordsDesk.PLACE);
      return new WordsAnswer(
          body.id(),
          view.verdict(),
          view.rules(),
          view.spans(),
          view.category(),
          view.suggestion(),
          view.reason(),
          view.unproven());
    } catch (IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
  }
}
