package io.heyue.voice.recognise.sherpa;

import io.heyue.voice.recognise.RecogniserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model folder holds, told by the names of its files as sherpa-onnx publishes them. */
sealed interface SherpaModel {
  Path tokens();

  /** Heard while it is said: zipformer and other transducers. */
  record Transducer(Path tokens, Path encoder, Path decoder, Path joiner) implements SherpaModel {}

  /** Heard while it is said: streaming paraformer. */
  record Paraformer(Path tokens, Path encoder, Path decoder) implements SherpaModel {}

  /** Heard when all was said: SenseVoice. */
  record SenseVoice(Path tokens, Path model) implements SherpaModel {}

  /**
   * Looks at a folder. Of two files with one beginning that with int8 in its name is taken, which
   * is the faster.
   *
   * @throws RecogniserFailure where it holds no model that is known here
   */
  static SherpaModel find(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).toList();
    } catch (IOException fault) {
      throw new RecogniserFailure(
          "Model folder " + folder + " can't be read. Maybe the setting names another place.",
          fault);
    }
    Path tokens = folder.resolve("tokens.txt");
    if (!files.contains(tokens)) {
      throw new RecogniserFailure(
          "Model folder "
              + folder
              + " has no tokens.txt. Maybe unpack a model of sherpa-onnx there.");
    }
    Optional<Path> encoder = file(files, "encoder");
    Optional<Path> decoder = file(files, "decoder");
    if (encoder.isPresent() && decoder.isPresent()) {
      Optional<Path> joiner = file(files, "joiner");
      return joiner.isPresent()
          ? new Transducer(tokens, encoder.get(), decoder.get(), joiner.get())
          : new Paraformer(tokens, encoder.get(), decoder.get());
    }
    return file(files, "model")
        .<SherpaModel>map(model -> new SenseVoice(tokens, model))
        .orElseThrow(() ->
            new RecogniserFailure(
                "Model folder "
                    + folder
                    + " has neither encoder*.onnx and decoder*.onnx nor model*.onnx. Maybe unpack a streaming transducer, a streaming paraformer or SenseVoice there."));
  }

  private static Optional<Path> file(List<Path> files, String beginning) {
    List<Path> fit =
        files.stream()
            .filter(file -> name(file).startsWith(beginning) && name(file).endsWith(".onnx"))
            .toList();
    return fit.stream()
        .filter(file -> name(file).contains("int8"))
        .findFirst()
        .or(() -> fit.stream().findFirst());
  }

  private static String name(Path file) {
    return file.toFile().getName();
  }
}
