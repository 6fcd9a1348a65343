package io.heyue.voice.equip;

import io.heyue.core.base.Lang;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import io.heyue.voice.recognise.funasr.Funasr;
import io.heyue.voice.recognise.funasr.FunasrSettings;
import io.heyue.voice.recognise.grammar.GrammarRecogniser;
import io.heyue.voice.recognise.moonshine.Moonshine;
import io.heyue.voice.recognise.sherpa.SherpaRecogniser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Opens recognisers by their makes. */
public final class Recognisers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What FunASR's answers count for, since they hold no confidence. */
  private static final double SURE = 0.75;

  private static final String LIBRARY = "libsherpa-onnx-c-api.so";

  private final ModelFolders models;
  private final int slots;

  /**
   * @param models where those that are known are found
   * @param slots how many utterances are recognised at once
   */
  public Recognisers(ModelFolders models, int slots) {
    this.models = models;
    this.slots = slots;
  }

  /**
   * Opens one; it is the caller's to close.
   *
   * @return empty where none is wanted
   * @throws RecogniserFailure if it can't be opened, with what to do
   * @throws ModelFailure if its model is missing or damaged
   */
  public Optional<Recogniser> open(Hears wanted) {
    return switch (wanted.make()) {
      case "none" -> Optional.empty();
      case "moonshine" -> {
        demand(wanted, Lang.EN);
        Path model = wanted.model().orElseGet(() -> models.get(Moonshine.ID));
        yield Optional.of(Moonshine.open(model, slots));
      }
      case "pocketsphinx" -> {
        demand(wanted, Lang.ZH);
        Path model = wanted.model().orElseGet(() -> models.get(GrammarRecogniser.FOLDER));
        yield Optional.of(GrammarRecogniser.open(model, slots));
      }
      case "sherpa" -> Optional.of(sherpa(wanted));
      case "funasr" -> Optional.of(funasr(wanted));
      default ->
          throw new RecogniserFailure(
              "There is no recogniser '%s'. Maybe moonshine, pocketsphinx, sherpa, funasr or none."
                  .formatted(wanted.make()));
    };
  }

  private static void demand(Hears wanted, Lang lang) {
    if (wanted.lang() != lang) {
      throw new RecogniserFailure(
          "%s hears %s, not %s. Maybe another make for that language."
              .formatted(wanted.make(), lang.code(), wanted.lang().code()));
    }
  }

  private Recogniser sherpa(Hears wanted) {
    Path model = needed(wanted.model(), "model: the folder of a streaming or SenseVoice model");
    Path folder =
        needed(wanted.library(), "library: the folder that holds " + LIBRARY + " and its own");
    Path library = Files.isDirectory(folder) ? folder.resolve(LIBRARY) : folder;
    return SherpaRecogniser.open(library, model, wanted.lang(), 1);
  }

  private static Recogniser funasr(Hears wanted) {
    URI server = needed(wanted.server(), "url: ws://127.0.0.1:10095 or wss://…");
    return new Funasr(
        new FunasrSettings(
            "funasr",
            wanted.lang(),
            server,
            false,
            FunasrSettings.Mode.TWO_PASS,
            FunasrSettings.End.FLAG,
            PATIENCE,
            SURE));
  }

  private static <T> T needed(Optional<T> value, String what) {
    return value.orElseThrow(() ->
        new RecogniserFailure("A recogniser needs more to be opened. Maybe give " + what + "."));
  }
}
