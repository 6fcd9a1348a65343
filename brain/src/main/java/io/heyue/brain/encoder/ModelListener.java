package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityParser;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Understands by trained encoders. Thread-safe: one instance serves every conversation; a call
 * takes a millisecond or two of the caller's thread, and one more for each clause of a long one.
 */
public final class ModelListener implements Listener, AutoCloseable {
  /** How sure we are that we don't understand a language that has no pack. */
  private static final double FOREIGN = 0.9;

  /** From here on it is clear that words say nothing to us. */
  private static final double NOTHING = 0.8;

  private final Map<Lang, Pack> packs;
  private final EntityParser entityParser;

  private ModelListener(Map<Lang, Pack> packs, EntityParser entityParser) {
    this.packs = packs;
    this.entityParser = entityParser;
  }

  /**
   * Loads every language that has a lexicon.
   *
   * @param dataFolder holds {@code lexicon/<lang>}
   * @param modelsFolder that the build wrote models to
   * @throws IllegalArgumentException if a lexicon is missing or wrong
   */
  public static ModelListener open(Path dataFolder, Path modelsFolder, EntityParser entityParser) {
    return open(dataFolder, _ -> modelsFolder, entityParser);
  }

  /**
   * The same with models of several folders.
   *
   * @param modelsFolders that of a language's models
   */
  public static ModelListener open(
      Path dataFolder, Function<Lang, Path> modelsFolders, EntityParser entityParser) {
    Map<Lang, Pack> packs = new EnumMap<>(Lang.class);
    try {
      for (Lang lang : Lang.values()) {
        Lexicon lexicon = LexiconReader.read(dataFolder, lang);
        if (!lexicon.examples().isEmpty()) {
          packs.put(lang, Pack.open(dataFolder, modelsFolders.apply(lang), lexicon));
        }
      }
    } catch (RuntimeException e) {
      // The models of the languages before hold memory outside the heap.
      packs.values().forEach(Pack::close);
      throw e;
    }
    if (!packs.containsKey(Lang.ZH)) {
      throw new IllegalArgumentException(
          "Folder "
              + LexiconReader.folderOf(dataFolder, Lang.ZH)
              + " holds no examples. Maybe "
              + dataFolder
              + " is not the data folder.");
    }
    return new ModelListener(packs, entityParser);
  }

  @Override
  public Understanding understand(Heard heard) {
    String text = heard.text();
    Language language = LanguageGuess.of(text, heard.lang());
    Lang lang = spoken(language).or(heard::lang).orElse(Lang.ZH);
    List<Entity> entities = entityParser.parse(text, lang, heard.now(), heard.currency());
    Pack pack = pack(lang);
    Retold retold = pack.mandarin().of(text);
    String plain = PlainText.of(retold.text());
    String after = After.of(heard.after());
    Spoken spoken = new Spoken(text, retold.text(), plain, after, heard.sought());
    if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new Understanding(
          text,
          language,
          pack.intents().silence(spoken).list(),
          entities,
          Emotion.calm(),
          Cooperation.MID,
          pack.provenance());
    }
    String asked = pack.questions().of(after);
    Reading reading = answer(pack, asked, plain, entities);
    List<Span> spans = Clauses.spans(retold.text());
    List<Reading> clauses = clauses(pack, asked, retold.text(), spans);
    List<ScoredIntent> intents =
        spoken(language).filter(packs::containsKey).isPresent()
            ? pack.intents()
                .read(spoken, reading, clauses, entities, heard.now().toLocalDate())
                .list()
            : List.of(new ScoredIntent(Intent.UNCLEAR, FOREIGN));
    return new Understanding(
        text,
        language,
        intents,
        entities,
        pack.emotions().read(retold, reading, spans, clauses),
        Reading.likeliest(reading.cooperation()),
        pack.provenance());
  }

  /**
   * What is said as an answer to what was asked. Behind a question for a day nearly anything sounds
   * like one; what names no day, and says nothing to us by itself, is read by itself.
   */
  private static Reading answer(Pack pack, String asked, String plain, List<Entity> entities) {
    Reading answer = pack.model().read(asked, plain);
    if (asked.isEmpty()
        || Reading.likeliest(answer.intents()) != Intent.PROMISE_WITH_DATE
        || IntentReader.namesDay(entities)) {
      return answer;
    }
    Reading alone = pack.model().read("", plain);
    return alone.intents().getOrDefault(Intent.UNCLEAR, 0.0) >= NOTHING ? alone : answer;
  }

  /** Each clause by itself, where there are several: more may have been said than the point. */
  private static List<Reading> clauses(Pack pack, String asked, String text, List<Span> spans) {
    return spans.size() < 2
        ? List.of()
        : spans.stream()
            .map(span -> PlainText.of(text.substring(span.start(), span.end())))
            .map(clause -> pack.model().read(asked, clause))
            .toList();
  }

  /** The pack's language for what was spoken; Cantonese is written in Chinese. */
  private static Optional<Lang> spoken(Language language) {
    return language.code().equals("yue") ? Optional.of(Lang.ZH) : Lang.find(language.code());
  }

  private Pack pack(Lang lang) {
    Pack pack = packs.get(lang);
    return pack == null ? pack(Lang.ZH) : pack;
  }

  @Override
  public void close() {
    packs.values().forEach(Pack::close);
  }
}
