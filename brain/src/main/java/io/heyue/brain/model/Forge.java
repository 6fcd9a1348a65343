package io.heyue.brain.model;

import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the model files of all languages out of the published encoders and what the repository
 * keeps of training. The build runs it; where a file is fresh nothing is done.
 */
public final class Forge {
  private static final List<Class<?>> RECIPE =
      List.of(
          Adapter.class,
          EightBits.class,
          Forge.class,
          Graph.class,
          Nodes.class,
          Tensor.class,
          Weights.class);

  private Forge() {}

  /**
   * @param arguments the data folder, then the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "Arguments " + List.of(arguments) + " are not a data folder and a models folder.");
    }
    Path to = Files.createDirectories(Path.of(arguments[1]));
    for (Lang lang : Lang.values()) {
      for (Skill skill : Skill.values()) {
        forge(skill.adapter(Path.of(arguments[0]), lang), lang, skill.model(to, lang));
      }
    }
  }

  private static void forge(Path adapter, Lang lang, Path model) throws IOException {
    if (!Files.exists(adapter)) {
      System.err.println("Adapter " + adapter + " is not there; nothing is made of it.");
      return;
    }
    String key = key(adapter);
    Path note = model.resolveSibling(model.getFileName() + ".key");
    if (Files.exists(model) && Files.exists(note) && Files.readString(note).equals(key)) {
      return;
    }
    byte[] bytes = Adapter.read(adapter).onto(Weights.published(lang), Form.EIGHT_BIT);
    Files.deleteIfExists(note);
    Path beside = Files.createTempFile(model.toAbsolutePath().getParent(), "model", ".part");
    Files.write(beside, bytes);
    Files.move(beside, model, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(note, key);
  }

  private static String key(Path adapter) throws IOException {
    Sha256 sum = new Sha256().add(Files.readAllBytes(adapter));
    for (Class<?> part : RECIPE) {
      try (InputStream code = part.getResourceAsStream(part.getSimpleName() + ".class")) {
        if (code != null) {
          sum.add(code.readAllBytes());
        }
      }
    }
    return sum.hex();
  }
}
