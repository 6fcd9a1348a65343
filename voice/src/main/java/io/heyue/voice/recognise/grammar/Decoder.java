package io.heyue.voice.recognise.grammar;

import io.heyue.voice.recognise.RecogniserFailure;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One decoder of the library with the grammars that it heard lately. It begins with no word and
 * learns those of its grammars, which makes it in milliseconds instead of loading the whole
 * dictionary. Used by one thread at a time.
 */
final class Decoder implements AutoCloseable {
  /** Grammars that it keeps; one is some hundred kilobytes. */
  static final int KEPT = 24;

  /** Any phone after any other: what speech of whatever words fits. */
  private static final String PHONES = "phones";

  /** More than anybody says in one breath. */
  private static final int MOST_CHARACTERS = 60;

  private final PocketSphinx library;
  private final Lexicon lexicon;
  private final MemorySegment decoder;
  private final Set<String> words = new HashSet<>();
  private final Map<String, String> names = new LinkedHashMap<>(16, 0.75f, true);
  private long named;

  Decoder(PocketSphinx library, Lexicon lexicon, Path model, Path noWords) {
    this.library = library;
    this.lexicon = lexicon;
    this.decoder = library.open(flags(model, noWords));
    if (decoder.equals(MemorySegment.NULL)) {
      throw new RecogniserFailure(
          "pocketsphinx can't load the acoustic model "
              + model
              + ". Maybe a file of it is missing or was cut off.");
    }
    if (!library.setPhones(decoder, PHONES)) {
      library.free(decoder);
      throw new RecogniserFailure("pocketsphinx can't hear single sounds with model " + model);
    }
  }

  /**
   * The beams are far wider than the library's own: a telephone's band and a voice unlike those of
   * training make the right words fall out of narrower ones. Its noise removal and silence
   * detection carry over from what was heard before, and are off.
   */
  private static List<String> flags(Path model, Path noWords) {
    return List.of(
        "-hmm", model.toString(),
        "-dict", noWords.toString(),
        "-fdict", model.resolve("noisedict").toString(),
        "-samprate", "8000",
        "-remove_noise", "no",
        "-remove_silence", "no",
        "-beam", "1e-100",
        "-pbeam", "1e-100",
        "-wbeam", "1e-80",
        "-bestpath", "no",
        "-wip", "0.005",
        "-allphone_ci", "yes");
  }

  /**
   * Finds the likeliest words of a grammar.
   *
   * @param samples from the beginning of the utterance
   * @param whole whether they go to its end; else a sentence may be found that isn't whole
   */
  Decoded decode(Grammar grammar, short[] samples, boolean whole) {
    String name = name(grammar);
    hear(name, samples, whole);
    String said = library.hypothesis(decoder).replace(" ", "");
    PocketSphinx.Fit words = library.fit(decoder);
    end(!whole);
    if (said.isBlank() || said.length() > MOST_CHARACTERS) {
      return Decoded.NOTHING;
    }
    hear(PHONES, samples, true);
    return new Decoded(said, words, library.fit(decoder));
  }

  private void hear(String search, short[] samples, boolean whole) {
    if (!library.hear(decoder, search, samples)) {
      throw new RecogniserFailure(
          "pocketsphinx can't hear %d samples. Maybe memory has run out."
              .formatted(samples.length));
    }
    end(whole);
  }

  private void end(boolean now) {
    if (now && !library.end(decoder)) {
      throw new RecogniserFailure("pocketsphinx can't end an utterance. Maybe memory has run out.");
    }
  }

  private String name(Grammar grammar) {
    String known = names.get(grammar.rules());
    if (known != null) {
      return known;
    }
    for (String word : grammar.words()) {
      if (words.add(word)) {
        add(word);
      }
    }
    String name = "grammar" + named++;
    if (!library.setGrammar(decoder, name, grammar.rules())) {
      throw new RecogniserFailure(
          "pocketsphinx refuses a grammar of %d words. Maybe a rule of a *.gram file is misspelt."
              .formatted(grammar.words().size()));
    }
    names.put(grammar.rules(), name);
    if (names.size() > KEPT) {
      Iterator<String> eldest = names.values().iterator();
      library.unset(decoder, eldest.next());
      eldest.remove();
    }
    return name;
  }

  private void add(String word) {
    List<String> ways = lexicon.phones(word);
    for (int way = 0; way < ways.size(); way++) {
      String written = way == 0 ? word : word + "(" + (way + 1) + ")";
      if (!library.addWord(decoder, written, ways.get(way))) {
        throw new RecogniserFailure(
            word
                + " has a sound that the acoustic model lacks. Maybe dictionary and model aren't of one kind.");
      }
    }
  }

  int grammars() {
    return names.size();
  }

  @Override
  public void close() {
    library.free(decoder);
  }
}
