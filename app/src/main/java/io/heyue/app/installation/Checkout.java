package io.heyue.app.installation;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the program.
 *
 * @param root holds {@code data/} and the modules
 */
public record Checkout(Path root) {
  /** The one that the launcher names, or else the working folder or one above it. */
  public static Checkout find() {
    String named = System.getProperty("heyue.root");
    Path start = Path.of(named == null ? "" : named).toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("data").resolve("lexicon"))) {
        return new Checkout(at);
      }
    }
    throw new InstallationFailure(
        "No folder data/lexicon in "
            + start
            + " or above. Maybe the program was not started by the launcher; -Dheyue.root names its folder.");
  }

  /** What lawyers, linguists and strategists edit. */
  public Path data() {
    return root.resolve("data");
  }

  /** What the build trained from it. */
  public Path heads() {
    return root.resolve("brain").resolve("target").resolve("heads");
  }
}
