package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The readable page: what was done, when on the person's clock, what was asked of the law and what
 * it answered, what was said, what came of it, how to verify. Without scripts; prints.
 */
final class Page {

  /** What stands in places of its own, or says nothing to people. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "at",
          "choice",
          "complete",
          "conversation",
          "emotion",
          "event",
          "facts",
          "factsHash",
          "intents",
          "law",
          "lawfulFrom",
          "lost",
          "matter",
          "matterVersion",
          "missing",
          "permit",
          "permitted",
          "phrase",
          "reader",
          "recording",
          "result",
          "rows",
          "rules",
          "said",
          "samples",
          "seed",
          "sha256",
          "state",
          "team",
          "turn",
          "verdict",
          "versions",
          "what",
          "wordRules",
          "words");

  private final Story story;
  private final Lang lang;
  private final PageWords words;
  private final ZoneId zone;
  private final Telling telling;
  private final Markup out = new Markup();

  private Page(Story story, Lang lang) {
    this.story = story;
    this.lang = lang;
    this.words = PageWords.in(lang);
    this.zone = story.zone().orElse(ZoneOffset.UTC);
    this.telling = new Telling(lang, words, zone);
  }

  static String of(Story story, Lang lang) {
    return new Page(story, lang).whole();
  }

  private String whole() {
    out.raw("<!doctype html>\n<html lang=\"" + (lang == Lang.ZH ? "zh-CN" : "en") + "\">\n<head>");
    out.raw("<meta charset=\"utf-8\">");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.text("title", words.title()).raw("<style>" + PageStyle.CSS + "</style></head>\n<body>\n");
    head();
    out.raw("<main>\n");
    summary();
    out.open("section").text("h2", words.story());
    int at = 1;
    for (RecordFile record : story.records()) {
      record(record, at++);
    }
    out.close("section").raw("\n");
    rules();
    out.raw("<section class=\"keep\">").text("h2", words.howTo()).raw(words.steps());
    keys();
    out.close("section").raw("\n");
    out.raw("<section class=\"keep\">").text("h2", words.limits()).raw(words.notProven());
    return out.close("section").raw("\n</main>\n</body></html>\n").html();
  }

  private void head() {
    out.raw("<header><p class=\"mark\">和约 <small>Heyue</small></p>");
    out.raw(words.otherLanguage());
    out.text("h1", words.title()).open("p class=about").say(words.about());
    out.text("code", story.subject().toString()).close("p").close("header").raw("\n");
  }

  private void summary() {
    Map<String, Integer> counts = new TreeMap<>();
    boolean withheld = false;
    for (RecordFile record : story.records()) {
      counts.merge(Story.kind(record), 1, Integer::sum);
      withheld |= record.withholds();
    }
    out.raw("<section class=\"summary\">").text("h2", words.summary()).open("ul");
    counts.forEach((kind, count) ->
        out.open("li").say(Labels.count(kind, lang) + words.colon() + count).close("li"));
    out.open("li");
    if (!story.records().isEmpty()) {
      out.say(words.from()).say(telling.moment(Story.at(story.records().getFirst())));
      out.say(words.to()).say(telling.moment(Story.at(story.records().getLast())));
    }
    out.close("li");
    out.text("li", story.zone().isPresent() ? words.clock() + zone.getId() : words.clockUnknown());
    String outcome = String.join(words.semicolon(), outcome());
    if (!outcome.isEmpty()) {
      out.text("li", words.outcome() + outcome);
    }
    out.close("ul");
    if (withheld) {
      out.raw("<p class=\"withheld\">").say(words.someWithheld()).close("p");
    }
    out.close("section").raw("\n");
  }

  /** What came of it: where the messages went, a wish to stop, how the conversation ended. */
  private Set<String> outcome() {
    Set<String> outcome = new LinkedHashSet<>();
    for (RecordFile record : story.records()) {
      Content content = record.content();
      switch (Story.kind(record)) {
        case "delivery" -> outcome.add(Labels.value(content.text("result"), lang));
        case "stop" -> outcome.add(Labels.kind("stop", lang));
        case "refusal" -> outcome.add(words.notMade());
        default -> {
          String ended = content.shown().path("state").path("ended").asString("");
          if (!ended.isEmpty()) {
            outcome.add(words.ended() + Labels.value(ended, lang));
          }
        }
      }
    }
    outcome.remove("");
    return outcome;
  }

  private void record(RecordFile record, int at) {
    Content content = record.content();
    String kind = Story.kind(record);
    out.raw("<article>").open("h3").raw("<span class=\"at\">" + at + "</span> ");
    int turn = content.shown().path("turn").asInt(0);
    out.say(turn > 0 ? words.turn(turn) : Labels.kind(kind, lang));
    badge(kind, content);
    out.close("h3");
    Instant when = Story.at(record);
    out.raw("<p class=\"when\">").say(telling.moment(when));
    if (!zone.equals(ZoneOffset.UTC)) {
      out.raw(" <small>").say("UTC " + Telling.utc(when)).close("small");
    }
    out.close("p");
    out.open("p").say(words.done(kind, content)).close("p");
    said(content);
    chosen(content);
    law(record, kind, content);
    known(content);
    proof(record);
    out.close("article").raw("\n");
  }

  private void badge(String kind, Content content) {
    String verdict =
        kind.equals("delivery")
            ? Labels.value(content.text("result"), lang)
            : Labels.verdict(content.verdict(), lang);
    if (!verdict.isEmpty()) {
      boolean no = Set.of("refused", "forbidden", "not_permitted").contains(content.verdict());
      out.raw(no ? " <span class=\"badge no\">" : " <span class=\"badge\">");
      out.say(verdict).close("span");
    }
  }

  private void said(Content content) {
    JsonNode event = content.shown().path("event");
    if (content.withheld().contains("event")) {
      quote(words.heard(), "", true);
    } else if (event.path("text").isString()) {
      quote(words.heard(), event.path("text").asString(), false);
    } else if (event.path("type").isString()) {
      out.raw("<p class=\"soft\">").say(words.event(event.path("type").asString())).close("p");
    }
    for (String name : List.of("said", "words")) {
      if (content.withheld().contains(name)) {
        quote(words.said(), "", true);
      } else if (!content.text(name).isEmpty()) {
        quote(words.said(), content.text(name), false);
      }
    }
  }

  /** The move that the system chose, where it chose one. */
  private void chosen(Content content) {
    JsonNode move = content.shown().path("choice").path("move");
    if (move.isObject()) {
      out.raw("<p class=\"soft\">").say(words.chose() + telling.value(move)).close("p");
    }
  }

  private void quote(String who, String text, boolean withheld) {
    out.raw("<div class=\"quote\">").text("p class=who", who);
    if (withheld) {
      out.raw("<p class=\"withheld\">").say(words.withheld()).close("p");
    } else {
      out.text("blockquote", text);
    }
    out.close("div");
  }

  /** Whether the rules of a record are shown with their texts; others name them. */
  private static boolean shownWhole(RecordFile record) {
    return !Story.kind(record).equals("turn")
        || !Set.of("permitted", "silent").contains(record.content().verdict());
  }

  private void law(RecordFile record, String kind, Content content) {
    Set<RuleId> rules = new TreeSet<>(content.rules());
    if (!rules.isEmpty()) {
      out.raw("<p class=\"lead\">").say(words.asked(kind, content, rules.size())).close("p");
      if (shownWhole(record)) {
        table(rules, words.answer(content));
      } else {
        out.raw("<p class=\"ids\">");
        rules.forEach(rule ->
            out.raw("<a href=\"#")
                .say(rule.toString())
                .raw("\">")
                .say(rule.toString())
                .raw("</a> "));
        out.close("p");
      }
    }
    if (content.shown().path("lawfulFrom").isString()) {
      out.open("p")
          .say(words.lawfulFrom(telling.value(content.shown().path("lawfulFrom"))))
          .close("p");
    }
    List<String> missing = new ArrayList<>();
    content
        .shown()
        .path("missing")
        .forEach(each -> missing.add(Labels.name(each.asString(""), lang)));
    if (!missing.isEmpty()) {
      out.open("p").say(words.missing() + String.join(words.comma(), missing)).close("p");
    }
  }

  private void table(Set<RuleId> rules, String answer) {
    out.raw("<table><thead><tr>");
    words.columns().stream()
        .limit(answer.isEmpty() ? 3 : 4)
        .forEach(column -> out.text("th scope=col", column));
    out.raw("</tr></thead><tbody>");
    for (RuleId rule : rules) {
      RuleText text = story.rules().get(rule);
      out.raw(answer.isEmpty() ? "<tr id=\"" : "<tr data-rule=\"").say(rule.toString()).raw("\">");
      out.open("td").text("code", rule.toString()).close("td").open("td");
      out.say(text == null ? words.ours(rule) : text.citation()).close("td").open("td");
      out.say(text == null ? "" : text.says(lang)).close("td");
      if (!answer.isEmpty()) {
        out.text("td", answer);
      }
      out.close("tr");
    }
    out.raw("</tbody></table>");
  }

  private void known(Content content) {
    List<String[]> rows = new ArrayList<>();
    content.shown().path("facts").properties().stream()
        .filter(part -> !part.getKey().equals("at"))
        .forEach(part -> row(rows, part));
    content
        .shown()
        .properties()
        .forEach(part -> {
          boolean empty = part.getValue().isContainer() && part.getValue().isEmpty();
          if (!ELSEWHERE.contains(part.getKey()) && !empty) {
            row(rows, part);
          }
        });
    Set<String> hidden = new TreeSet<>(content.withheld());
    // What has a place of its own is said there; what says nothing to people is not missed.
    hidden.removeIf(name -> ELSEWHERE.contains(name) && !name.equals("facts"));
    if (rows.isEmpty() && hidden.isEmpty()) {
      return;
    }
    out.raw("<p class=\"lead\">").say(words.known()).close("p").open("dl");
    for (String[] row : rows) {
      out.raw("<div>").text("dt", row[0]).text("dd", row[1]).close("div");
    }
    for (String name : hidden) {
      String shown = name.equals("facts") ? words.facts() : Labels.name(name, lang);
      out.raw("<div>").text("dt", shown).raw("<dd class=\"withheld\">");
      out.say(words.withheld()).raw("</dd></div>");
    }
    out.close("dl");
  }

  private void row(List<String[]> rows, Map.Entry<String, JsonNode> part) {
    String value = telling.value(part.getValue());
    if (!value.isEmpty()) {
      rows.add(new String[] {Labels.name(part.getKey(), lang), value});
    }
  }

  private void proof(RecordFile record) {
    Instant stood = story.stood().get(record.name());
    out.raw("<p class=\"proof\">").say(words.record() + record.name() + " · SHA-256 ");
    out.text("code", record.hash().brief() + "…");
    if (stood != null) {
      out.say(words.stood(telling.moment(stood)));
    }
    if (record.committed().isEmpty()) {
      out.raw("<br>").say(words.uncommitted());
    }
    out.close("p");
  }

  private void rules() {
    Set<RuleId> named = new TreeSet<>();
    story.records().stream()
        .filter(record -> !shownWhole(record))
        .forEach(record -> named.addAll(record.content().rules()));
    named.retainAll(story.rules().keySet());
    if (!named.isEmpty()) {
      out.open("section").text("h2", words.rules());
      table(named, "");
      out.close("section").raw("\n");
    }
  }

  private void keys() {
    out.raw("<p class=\"lead\">").say(words.keys()).close("p").open("ul");
    for (int i = 0; i < story.keys().links().size(); i++) {
      var link = story.keys().links().get(i);
      out.open("li").text("code", link.key().fingerprint());
      out.say(words.keySince(i + 1, Telling.utc(link.from()))).close("li");
    }
    out.close("ul");
  }
}
