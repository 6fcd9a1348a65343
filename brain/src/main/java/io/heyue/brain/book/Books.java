package io.heyue.brain.book;

import io.heyue.core.base.Lang;
import io.heyue.core.base.ModelUse;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.law.RuleBook;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.reply.PhraseBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that people wrote into the data folder for the kernel: law, conversations, wordings
 * and mandates. Immutable and thread-safe.
 *
 * @param lawBook the rules with their files
 * @param flows by their ids
 * @param mandates the default mandate with its texts in each language
 * @param modelUses what single lenders let a chat model help with, by their names
 * @param voices how much single lenders let a voice count beside its words, by their names
 * @param hashes SHA-256 of every file by its name, from the data folder on
 */
public record Books(
    LawBook lawBook,
    Map<String, Flow> flows,
    PhraseBook phrases,
    Map<Lang, Mandate> mandates,
    Map<String, ModelUse> modelUses,
    Map<String, Double> voices,
    Map<String, String> hashes) {
  public Books {
    flows = Map.copyOf(flows);
    mandates = Map.copyOf(mandates);
    modelUses = Map.copyOf(modelUses);
    voices = Map.copyOf(voices);
    hashes = Map.copyOf(hashes);
  }

  public RuleBook law() {
    return lawBook.rules();
  }

  /**
   * Reads {@code data/law/<place>/*.yaml}, {@code data/flows/*.yaml}, {@code
   * data/phrases/<lang>/*.yaml} and {@code data/mandate/default.yaml}. Blocks while it reads.
   *
   * @throws BookFault naming everything that is wrong in them
   */
  public static Books read(Path data) {
    return new Reading(data).books();
  }

  /** One reading of the whole folder. */
  private static final class Reading {
    private final Path data;
    private final Flaws flaws = new Flaws();
    private final Map<String, String> hashes = new TreeMap<>();

    Reading(Path data) {
      this.data = data;
    }

    Books books() {
      LawBook law = LawBook.read(data.resolve("law"), flaws, hashes);
      PhraseNeeds needs = new PhraseNeeds();
      FlowReader flows = new FlowReader(needs);
      files(data.resolve("flows")).forEach(file -> flows.read(open(file, new TreeMap<>())));
      PhraseReader phrases = new PhraseReader();
      Map<String, String> phraseHashes = new TreeMap<>();
      for (Path folder : folders("phrases")) {
        phrases(folder, phrases, phraseHashes);
      }
      MandateReader mandate = new MandateReader();
      files(data.resolve("mandate")).stream()
          .filter(file -> file.endsWith("default.yaml"))
          .forEach(file -> mandate.read(open(file, new TreeMap<>())));
      PhraseBook phraseBook = new PhraseBook(Hash.of(phraseHashes), phrases.phrases());
      needs.check(phraseBook, shown(data), flaws);
      flaws.check();
      return new Books(
          law,
          flows.flows(),
          phraseBook,
          mandate.mandates(),
          mandate.modelUses(),
          mandate.voices(),
          hashes);
    }

    private void phrases(Path folder, PhraseReader reader, Map<String, String> into) {
      Lang.find(shown(folder))
          .ifPresentOrElse(
              lang -> files(folder).forEach(file -> reader.read(lang, open(file, into))),
              () ->
                  flaws.add(
                      shown(data) + "/phrases/" + shown(folder),
                      1,
                      "There is no language '"
                          + shown(folder)
                          + "'. "
                          + Near.maybe(
                              shown(folder), Stream.of(Lang.values()).map(Lang::code).toList())));
    }

    private Source open(Path file, Map<String, String> into) {
      Source source = Source.read(data, file, flaws);
      into.put(source.name(), source.hash());
      hashes.put(source.name(), source.hash());
      return source;
    }

    private List<Path> folders(String name) {
      return Folders.folders(data, data.resolve(name), flaws);
    }

    private List<Path> files(Path folder) {
      return Folders.files(data, folder, flaws);
    }

    private static String shown(Path path) {
      return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
  }
}
