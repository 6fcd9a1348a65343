package io.heyue.app.api;

import io.heyue.app.house.House;
import io.heyue.app.law.Answer;
import io.heyue.app.law.LawCheck;
import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import io.heyue.core.law.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The law: its rules, and whether an intended act is lawful. */
@RestController
@RequestMapping("/api/v1/law")
public final class LawApi {
  /** More questions are asked in more requests. */
  private static final int MOST = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LawBook book;
  private final LawCheck check;

  LawApi(House house) {
    this.book = house.books().lawBook();
    this.check = new LawCheck(book.rules());
  }

  /** A rule. */
  public record RuleView(
      String id,
      int version,
      String place,
      LocalDate from,
      @Nullable LocalDate to,
      String kind,
      String confidence,
      boolean blocks,
      String citation,
      Map<String, String> plain,
      Map<String, String> remedy) {}

  /** The rules, those of all places and times unless less is asked for. */
  @GetMapping("/rules")
  Page<RuleView> rules(
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    List<RuleView> rules =
        book.rules().rules().stream()
            .filter(rule -> on == null || rule.inForce(on))
            .filter(rule -> place == null || holds(rule, place))
            .sorted(Comparator.comparing(Rule::id))
            .map(LawApi::view)
            .toList();
    return Page.part(rules, after, Page.limit(limit));
  }

  /**
   * Whether acts are lawful: an object is answered by an object, a list of at most a thousand by a
   * list in the same order. What can't be read is forbidden and says why.
   */
  @PostMapping("/check")
  JsonNode check(@RequestBody JsonNode questions, @RequestParam(defaultValue = "en") String lang) {
    Lang words = OneOf.need("lang", lang, List.of(Lang.values()), Lang::code);
    if (!questions.isArray()) {
      return check.check(questions, words).json(Optional.empty());
    }
    if (questions.size() > MOST) {
      throw new Unusable(
          "These are "
              + questions.size()
              + " questions; at most "
              + MOST
              + " are answered at once. Maybe several requests.");
    }
    List<Answer> answers = new ArrayList<>();
    questions.forEach(question -> answers.add(check.check(question, words)));
    ArrayNode list = JSON.createArrayNode();
    answers.forEach(answer -> list.add(answer.json(Optional.empty())));
    return list;
  }

  private boolean holds(Rule rule, String place) {
    var places = book.rules().places();
    return places.chain(place).contains(places.name(rule.place()));
  }

  private static RuleView view(Rule rule) {
    return new RuleView(
        rule.id().id(),
        rule.id().version(),
        rule.place(),
        rule.from(),
        rule.to().orElse(null),
        rule.kind().name().toLowerCase(Locale.ROOT),
        rule.confidence().name(),
        rule.blocks(),
        rule.citation().brief(),
        byCode(rule.plain()),
        byCode(rule.remedy()));
  }

  private static Map<String, String> byCode(Map<Lang, String> texts) {
    Map<String, String> byCode = new TreeMap<>();
    texts.forEach((lang, text) -> byCode.put(lang.code(), text));
    return byCode;
  }
}
