package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
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

/**
 * Understands by sentence encoders and heads. Thread-safe: one instance serves every conversation;
 * a call takes about 3 ms of the caller's thread.
 */
public final class ModelListener implements Listener, AutoCloseable {
  /** How sure we are that we don't understand a language that has no pack. */
  private static final double FOREIGN = 0.9;

  private final Map<Lang, Pack> packs;
  private final EntityParser entityParser;

  private ModelListener(Map<Lang, Pack> packs, EntityParser entityParser) {
    this.packs = packs;
    this.entityParser = entityParser;
  }

  /**
   * Loads every language that has a lexicon. Heads that are missing or older than the lexicon are
   * trained first, which takes some ten seconds a language; the build has normally done so.
   *
   * @param dataFolder holds {@code lexicon/<lang>}
   * @param headsFolder holds {@code <lang>.heads}; written to where they are stale
   * @throws IllegalArgumentException if a lexicon is missing or wrong
   */
  public static ModelListener open(Path dataFolder, Path headsFolder, EntityParser entityParser) {
    Map<Lang, Pack> packs = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Lexicon lexicon = LexiconReader.read(dataFolder, lang);
      if (!lexicon.examples().isEmpty()) {
        packs.put(lang, Pack.open(dataFolder, headsFolder, lexicon));
      }
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
    List<ScoredIntent> intents =
        spoken(language).filter(packs::containsKey).isPresent()
            ? pack.intents()
                .read(text, After.of(heard.after()), entities, heard.now().toLocalDate())
                .list()
            : List.of(new ScoredIntent(Intent.UNCLEAR, FOREIGN));
    Emotion emotion = pack.feelings().read(text);
    return new Understanding(
        text,
        language,
        intents,
        entities,
        emotion,
        CooperationRule.of(intents.getFirst().intent(), emotion),
        pack.provenance());
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
