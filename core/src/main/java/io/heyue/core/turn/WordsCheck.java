package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Span;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Misdeed;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.turn.WordsVerdict.Kind;
import io.heyue.core.understanding.EntityParser;
import io.heyue.core.words.Advice;
import io.heyue.core.words.Advice.Counsel;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Sentences;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges words that somebody would like to say, without a dossier: for what they do, and for what
 * they claim as far as facts are given. Suggests what may be said instead. Pure and thread-safe.
 */
public final class WordsCheck {
  private static final String FALSE_STATEMENT = "false_statement";
  private static final String UNPROVEN = "unproven_consequence";

  private final Guard guard;
  private final EntityParser entities;
  private final Advice advice;
  private final Set<String> places;

  /**
   * @param places whose law is asked
   */
  public WordsCheck(Guard guard, EntityParser entities, Advice advice, Set<String> places) {
    this.guard = guard;
    this.entities = entities;
    this.advice = advice;
    this.places = Set.copyOf(places);
  }

  /** What is said of {@code words}, which are written in {@code lang}. */
  public WordsVerdict judge(String words, Lang lang, WordFacts facts, ZonedDateTime now) {
    Plain plain = guard.read(words);
    List<Misdeed> misdeeds = new ArrayList<>(misdeeds(plain, facts, now));
    Assertions assertions =
        Assertions.of(words, entities.parse(words, lang, now, Money.CNY), facts, now.toLocalDate());
    RuleId truth = truthRule(now);
    for (Span span : assertions.wrong()) {
      misdeeds.add(new Misdeed(truth, FALSE_STATEMENT, "the facts do not say so", span));
    }
    if (misdeeds.isEmpty()) {
      return lawful(words, plain, lang, now, assertions.unproven());
    }
    return unlawful(words, plain, lang, facts, now, misdeeds);
  }

  private List<Misdeed> misdeeds(Plain plain, WordFacts facts, ZonedDateTime now) {
    boolean verified = !Boolean.FALSE.equals(facts.verified());
    return guard.misdeeds(plain, places, now.toLocalDate(), facts::proven, verified);
  }

  /** A consequence that is true may be told, with a way out beside it. */
  private WordsVerdict lawful(
      String words, Plain plain, Lang lang, ZonedDateTime now, List<Span> unproven) {
    boolean states = guard.statesConsequence(plain, places, now.toLocalDate());
    String wayOut = advice.wayOut().getOrDefault(lang, "");
    if (!states || wayOut.isEmpty() || advice.showsWayOut(lang, plain.text())) {
      return new WordsVerdict(
          Kind.PERMITTED,
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          unproven);
    }
    return new WordsVerdict(
        Kind.AMENDED,
        gates(now),
        List.of(Span.of(0, words.length())),
        Optional.of(UNPROVEN),
        Optional.of(words.strip() + (lang == Lang.EN ? " " : "") + wayOut),
        Optional.of("a consequence is told only with a way out"),
        unproven);
  }

  private WordsVerdict unlawful(
      String words,
      Plain plain,
      Lang lang,
      WordFacts facts,
      ZonedDateTime now,
      List<Misdeed> misdeeds) {
    List<RuleId> rules = misdeeds.stream().map(Misdeed::rule).distinct().sorted().toList();
    String category = gravest(misdeeds);
    Optional<String> rest =
        misdeeds.stream().allMatch(each -> isClaim(each.category()))
            ? rest(words, plain, lang, facts, now, misdeeds)
            : Optional.empty();
    Map<String, String> places = facts.places(lang, now.toLocalDate());
    Optional<Counsel> counsel = advice.find(lang, category, plain.text(), places.keySet());
    Optional<String> said =
        rest.or(() ->
            counsel.filter(each -> !each.silence()).map(each -> Advice.filled(each.say(), places)));
    String reason =
        said.isEmpty() && counsel.isPresent()
            ? counsel.get().say()
            : String.join("; ", misdeeds.stream().map(Misdeed::reason).distinct().toList());
    return new WordsVerdict(
        rest.isPresent() ? Kind.AMENDED : Kind.FORBIDDEN,
        rules,
        spans(misdeeds),
        Optional.of(category),
        said,
        Optional.of(reason),
        List.of());
  }

  private static boolean isClaim(String category) {
    return category.equals(FALSE_STATEMENT) || category.equals(UNPROVEN);
  }

  /** What the head and the rules say of conduct comes before what is merely not proven. */
  private static String gravest(List<Misdeed> misdeeds) {
    return misdeeds.stream()
        .map(Misdeed::category)
        .filter(category -> !isClaim(category))
        .findFirst()
        .orElse(misdeeds.getFirst().category());
  }

  private static List<Span> spans(List<Misdeed> misdeeds) {
    List<Span> spans = new ArrayList<>();
    misdeeds.stream()
        .map(Misdeed::span)
        .distinct()
        .sorted(
            Comparator.comparingInt(Span::start)
                .thenComparing(Span::end, Comparator.reverseOrder()))
        .forEach(span -> {
          if (spans.stream().noneMatch(wider -> wider.covers(span))) {
            spans.add(span);
          }
        });
    return spans;
  }

  /** The sentences that claim nothing wrong, if they may be said and say something. */
  private Optional<String> rest(
      String words,
      Plain plain,
      Lang lang,
      WordFacts facts,
      ZonedDateTime now,
      List<Misdeed> misdeeds) {
    StringBuilder rest = new StringBuilder();
    for (Span sentence : Sentences.of(plain.text())) {
      Span original = plain.back(sentence);
      if (misdeeds.stream().noneMatch(misdeed -> misdeed.span().overlaps(original))) {
        rest.append(original.of(words));
      }
    }
    String left = rest.toString().strip();
    if (left.isEmpty() || left.length() == words.strip().length()) {
      return Optional.empty();
    }
    WordsVerdict again = judge(left, lang, facts, now);
    return again.kind() == Kind.PERMITTED ? Optional.of(left) : Optional.empty();
  }

  private RuleId truthRule(ZonedDateTime now) {
    return guard.law().applied(RuleForm.ForbiddenWords.class, now.toLocalDate(), places).stream()
        .filter(applied -> applied.form().category().equals("deceit"))
        .map(applied -> applied.rule().id())
        .findFirst()
        .orElse(new RuleId("XX-TRUTH", 1));
  }

  private List<RuleId> gates(ZonedDateTime now) {
    Set<RuleId> gates = new LinkedHashSet<>();
    guard
        .law()
        .applied(RuleForm.FactGate.class, now.toLocalDate(), places)
        .forEach(applied -> gates.add(applied.rule().id()));
    return List.copyOf(gates);
  }
}
