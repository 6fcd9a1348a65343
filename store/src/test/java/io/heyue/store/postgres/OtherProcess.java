package io.heyue.store.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A second process on a data folder: says that it is ready, and leaves when its input ends. */
final class OtherProcess {
  private OtherProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (Database _ = Database.embedded(Path.of(arguments[0]))) {
      System.out.println("ready");
      System.out.flush();
      while (System.in.read() >= 0) {
        // Until our parent closes it.
      }
    }
  }
}
