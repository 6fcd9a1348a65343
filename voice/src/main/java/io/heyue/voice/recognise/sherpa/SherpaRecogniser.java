package io.heyue.voice.recognise.sherpa;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/**
 * Speech of any words by sherpa-onnx: a streaming transducer or paraformer, or SenseVoice, from a
 * folder of the operator's. No model was ever heard by it here, since no registry carries one: what
 * is proven is that the library takes its settings. Thread-safe.
 */
public final class SherpaRecogniser implements Recogniser {
  private final Engine engine;
  private final Lang lang;
  private final String name;

  private SherpaRecogniser(Engine engine, Lang lang, String name) {
    this.engine = engine;
    this.lang = lang;
    this.name = name;
  }

  /**
   * Loads library and model; nothing of either is touched before.
   *
   * @param library folder with libsherpa-onnx-c-api.so 1.13.8 and its libonnxruntime.so
   * @param model folder with tokens.txt and the model's files
   * @param threads of one utterance, 1 or more
   * @throws RecogniserFailure where one is missing or the library refuses the model
   */
  public static SherpaRecogniser open(Path library, Path model, Lang lang, int threads) {
    Check.that(threads > 0, "threads", threads, "1 or more");
    SherpaModel found = SherpaModel.find(model);
    Sherpa functions = Sherpa.load(library);
    String name = "sherpa-onnx 1.13.8 " + model.getFileName();
    try (Arena arena = Arena.ofConfined()) {
      return new SherpaRecogniser(engine(functions, found, arena, lang, threads), lang, name);
    } catch (RecogniserFailure fault) {
      throw new RecogniserFailure(
          "Model "
              + model
              + " of kind "
              + found.getClass().getSimpleName()
              + ": "
              + fault.getMessage(),
          fault);
    }
  }

  private static Engine engine(
      Sherpa library, SherpaModel model, Arena arena, Lang lang, int threads) {
    return switch (model) {
      case SherpaModel.Transducer(Path tokens, Path encoder, Path decoder, Path joiner) -> {
        Configuration settings = new Configuration(arena, Structs.ONLINE, tokens, threads);
        settings.set("model_config.transducer.encoder", encoder.toString());
        settings.set("model_config.transducer.decoder", decoder.toString());
        settings.set("model_config.transducer.joiner", joiner.toString());
        yield online(library, settings);
      }
      case SherpaModel.Paraformer(Path tokens, Path encoder, Path decoder) -> {
        Configuration settings = new Configuration(arena, Structs.ONLINE, tokens, threads);
        settings.set("model_config.paraformer.encoder", encoder.toString());
        settings.set("model_config.paraformer.decoder", decoder.toString());
        yield online(library, settings);
      }
      case SherpaModel.SenseVoice(Path tokens, Path file) -> {
        Configuration settings = new Configuration(arena, Structs.OFFLINE, tokens, threads);
        settings.set("model_config.sense_voice.model", file.toString());
        settings.set("model_config.sense_voice.language", lang.code());
        OfflineEngine engine = new OfflineEngine(library, settings.memory());
        yield engine.works() ? engine : refused();
      }
    };
  }

  private static Engine online(Sherpa library, Configuration settings) {
    OnlineEngine engine = new OnlineEngine(library, settings.memory());
    return engine.works() ? engine : refused();
  }

  private static Engine refused() {
    throw new RecogniserFailure(
        "sherpa-onnx refuses it. Maybe a file of it is missing or was cut off.");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Lang lang() {
    return lang;
  }

  @Override
  public boolean closed() {
    return false;
  }

  /** What is expected is left aside. */
  @Override
  public Listening listen(Expected expected) {
    return new SherpaListening(engine);
  }

  @Override
  public void close() {
    engine.close();
  }
}
