package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleBook.Applied;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.Statement;
import io.heyue.core.law.RuleId;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Reader;
import io.heyue.core.words.Sentences;
import io.heyue.core.words.WordSense.Sensed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What words do to whom they are said: held against the forbidden words and gated statements of the
 * rules, and against what the trained head senses. Whether what they claim is true is another
 * matter. Spans are those of the original words. Pure and thread-safe.
 */
final class Conduct {
  /**
   * From here on the head is believed even where words seem to report somebody else's, or where
   * only sentences together are suspicious and none by itself.
   */
  private static final double CERTAIN = 0.95;

  /** Above it a quick guess of blame is worth a closer look. */
  private static final double EVEN = 0.5;

  /** Stands where words can't be understood, and so can't be held against any rule. */
  static final RuleId UNCLEAR = new RuleId("XX-UNCLEAR", 1);

  /** The category of what can't be understood. */
  static final String UNCLEAR_CATEGORY = "unclear";

  /** The category of a consequence that is not proven. */
  static final String UNPROVEN_CATEGORY = "unproven_consequence";

  private final Reader reader;
  private final List<Applied<RuleForm.ForbiddenWords>> forbidden;
  private final List<Applied<RuleForm.RightPartyFirst>> rightParty;
  private final List<Applied<RuleForm.FactGate>> gates;

  /**
   * @param covers which of the rules are for this lender and product
   */
  Conduct(
      RuleBook book, Set<String> places, LocalDate today, Predicate<Rule> covers, Reader reader) {
    this.reader = reader;
    this.forbidden = applied(book, RuleForm.ForbiddenWords.class, places, today, covers);
    this.rightParty = applied(book, RuleForm.RightPartyFirst.class, places, today, covers);
    this.gates = applied(book, RuleForm.FactGate.class, places, today, covers);
  }

  private static <F extends RuleForm> List<Applied<F>> applied(
      RuleBook book, Class<F> form, Set<String> places, LocalDate today, Predicate<Rule> covers) {
    return book.applied(form, today, places).stream()
        .filter(applied -> covers.test(applied.rule()))
        .toList();
  }

  List<Applied<RuleForm.ForbiddenWords>> forbidden() {
    return forbidden;
  }

  List<Applied<RuleForm.RightPartyFirst>> rightParty() {
    return rightParty;
  }

  Stream<RuleId> asked() {
    return Stream.of(forbidden, rightParty, gates)
        .flatMap(List::stream)
        .map(applied -> applied.rule().id());
  }

  /** The words as they were meant. */
  Plain read(String words) {
    return reader.normaliser().normalise(words);
  }

  /**
   * What is wrong with words.
   *
   * @param proven whether a statement of consequence is true and proven
   */
  List<Misdeed> misdeeds(Plain plain, Predicate<Statement> proven) {
    List<Misdeed> misdeeds = new ArrayList<>();
    Optional<String> unclear = reader.unclear(plain);
    if (unclear.isPresent()) {
      Span whole = Span.of(0, plain.original().length());
      return List.of(new Misdeed(UNCLEAR, UNCLEAR_CATEGORY, unclear.get(), whole));
    }
    Passage passage = passage(plain);
    for (Applied<RuleForm.ForbiddenWords> applied : forbidden) {
      String category = applied.form().category();
      each(
          passage,
          applied.form().patterns(),
          true,
          true,
          span -> misdeeds.add(new Misdeed(applied.rule().id(), category, category, span)));
    }
    for (Applied<RuleForm.FactGate> applied : gates) {
      if (!proven.test(applied.form().statement())) {
        each(
            passage,
            applied.form().patterns(),
            true,
            false,
            span ->
                misdeeds.add(
                    new Misdeed(
                        applied.rule().id(),
                        UNPROVEN_CATEGORY,
                        "states a consequence that is not proven",
                        span)));
      }
    }
    sensed(passage, misdeeds);
    return misdeeds;
  }

  /** Whether a gated statement is made in words, proven or not. */
  boolean states(Plain plain) {
    List<Span> found = new ArrayList<>();
    Passage passage = passage(plain);
    gates.forEach(applied -> each(passage, applied.form().patterns(), true, false, found::add));
    return !found.isEmpty();
  }

  private Passage passage(Plain plain) {
    return new Passage(plain, reader.sense());
  }

  /** What of a debt words tell, which nobody may hear before they are verified. */
  List<Misdeed> disclosures(Plain plain) {
    List<Misdeed> disclosures = new ArrayList<>();
    for (Applied<RuleForm.RightPartyFirst> applied : rightParty) {
      each(
          passage(plain),
          applied.form().patterns(),
          false,
          false,
          span ->
              disclosures.add(
                  new Misdeed(
                      applied.rule().id(),
                      "third_party_disclosure",
                      "speaks of a debt before the right party is verified",
                      span)));
    }
    return disclosures;
  }

  private void each(
      Passage passage,
      List<Pattern> patterns,
      boolean excusable,
      boolean clearable,
      Consumer<Span> found) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(passage.text());
      while (matcher.find()) {
        Span span = Span.of(matcher.start(), matcher.end());
        if (!excusable || !excused(passage, span, clearable)) {
          found.accept(passage.back(span));
        }
      }
    }
  }

  /**
   * Whether words that sound forbidden are not. A gated statement may be as polite as can be, so
   * that the head has a say in it only where the sentence may be denying it.
   */
  private boolean excused(Passage passage, Span span, boolean clearable) {
    if (reader.excuses().excuse(passage.text(), span)) {
      return true;
    }
    Span sentence = passage.sentence(span);
    return (clearable || reader.excuses().negates(sentence.of(passage.text())))
        && passage.read(sentence).clear();
  }

  /**
   * Each sentence is read by itself, so that no kind word beside it makes it milder; then those
   * that are short together, because one says what the other leaves open.
   */
  private void sensed(Passage passage, List<Misdeed> misdeeds) {
    String text = passage.text();
    for (Span together : Sentences.together(text)) {
      List<Span> sentences = Sentences.of(text, together);
      int before = misdeeds.size();
      sentences.forEach(sentence -> sensed(passage, sentence, 0, misdeeds));
      if (sentences.size() > 1 && misdeeds.size() == before && passage.blame(together) > EVEN) {
        sensed(passage, together, CERTAIN, misdeeds);
      }
    }
  }

  private void sensed(Passage passage, Span span, double least, List<Misdeed> misdeeds) {
    Optional<Sensed> sensed = passage.read(span).sensed();
    boolean reported = reader.excuses().reports(span.of(passage.text()));
    double needed = reported ? CERTAIN : least;
    if (sensed.isEmpty() || sensed.get().likely() < needed) {
      return;
    }
    String category = sensed.get().offence().id();
    Span place = Sentences.trimmed(passage.text(), place(passage, span));
    misdeeds.add(
        new Misdeed(ruleOf(category), category, "reads like " + category, passage.back(place)));
  }

  /** The clause that is most to blame; the sentence where none stands out. */
  private static Span place(Passage passage, Span sentence) {
    Span worst = sentence;
    double most = EVEN;
    for (Span clause : Sentences.clauses(passage.text(), sentence)) {
      double blame = passage.blame(clause);
      if (blame > most) {
        most = blame;
        worst = clause;
      }
    }
    return worst;
  }

  /** The rule against an offence; where it has none of its own, the first against words. */
  private RuleId ruleOf(String category) {
    return forbidden.stream()
        .filter(applied -> applied.form().category().equals(category))
        .findFirst()
        .or(() -> forbidden.stream().findFirst())
        .map(applied -> applied.rule().id())
        .orElse(UNCLEAR);
  }
}
