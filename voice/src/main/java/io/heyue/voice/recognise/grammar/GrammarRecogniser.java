package io.heyue.voice.recognise.grammar;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Mandarin by grammars, through Debian's libpocketsphinx3 and the acoustic model {@code tdt_sc_8k}.
 * It hears nothing but what its grammar holds, and whatever is said it hears some of that: see
 * {@link #closed}. Decoders are shared by all calls and held only while they decode, some tens of
 * milliseconds an utterance. Thread-safe.
 */
public final class GrammarRecogniser implements Recogniser {
  /** The model's folder within that of all models. */
  public static final String FOLDER = "asr-zh-tdt_sc_8k";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final List<String> FILES =
      List.of(
          "feat.params",
          "mdef",
          "means",
          "variances",
          "sendump",
          "transition_matrices",
          "noisedict",
          Lexicon.FILE);

  private final Path noWords;
  private final Grammars grammars;
  private final Decoders decoders;

  private GrammarRecogniser(Path noWords, Grammars grammars, Decoders decoders) {
    this.noWords = noWords;
    this.grammars = grammars;
    this.decoders = decoders;
  }

  /**
   * Opens it with 5 s of patience for a decoder.
   *
   * @param model folder of the acoustic model
   * @param most decoders at once, 1 or more; as many as there are cores is enough
   * @throws RecogniserFailure where the library or a file is missing, with what to do
   */
  public static GrammarRecogniser open(Path model, int most) {
    return open(model, most, PATIENCE);
  }

  /**
   * Opens it.
   *
   * @param patience how long a decoder is waited for before an utterance fails
   */
  public static GrammarRecogniser open(Path model, int most, Duration patience) {
    Check.that(most > 0, "most", most, "1 or more");
    for (String file : FILES) {
      if (!Files.isReadable(model.resolve(file))) {
        throw new RecogniserFailure(
            "Acoustic model %s has no file %s. Maybe set HEYUE_MODELS to the folder that holds %s."
                .formatted(model, file, FOLDER));
      }
    }
    PocketSphinx library = PocketSphinx.load();
    Lexicon lexicon = Lexicon.read(model.resolve(Lexicon.FILE));
    Grammars grammars = new Grammars(lexicon);
    Path noWords = noWords();
    Decoders decoders =
        new Decoders(() -> new Decoder(library, lexicon, model, noWords), most, patience);
    GrammarRecogniser recogniser = new GrammarRecogniser(noWords, grammars, decoders);
    try {
      // What is wrong with the model shows now, and not within a call.
      decoders.with(Decoder::grammars);
    } catch (RecogniserFailure fault) {
      recogniser.close();
      throw fault;
    }
    return recogniser;
  }

  /** The library wants a dictionary with one word at least. */
  private static Path noWords() {
    try {
      Path file = Files.createTempFile("heyue-", ".dic");
      file.toFile().deleteOnExit();
      return Files.writeString(file, "<none> SIL\n", StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new RecogniserFailure(
          "No file can be made in the folder for temporary files. Maybe it is full.", fault);
    }
  }

  @Override
  public String name() {
    return "pocketsphinx 0.8 " + FOLDER;
  }

  @Override
  public Lang lang() {
    return Lang.ZH;
  }

  /** It is: nothing that matters may be decided by what it alone has heard. */
  @Override
  public boolean closed() {
    return true;
  }

  @Override
  public Listening listen(Expected expected) {
    return new GrammarListening(decoders, grammars.of(expected));
  }

  /**
   * Phrases that could never be heard, since the dictionary can't say them.
   *
   * @throws RecogniserFailure where nothing at all could be heard
   */
  public List<String> unsayable(Expected expected) {
    return grammars.of(expected).unsayable();
  }

  @Override
  public void close() {
    decoders.close();
    try {
      Files.deleteIfExists(noWords);
    } catch (IOException fault) {
      throw new RecogniserFailure("Temporary file " + noWords + " can't be deleted.", fault);
    }
  }
}
