package io.heyue.sim.demo;

import io.heyue.app.engine.Carrier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The telephones where there are any. */
record Telephones(Optional<Phones> phones) implements AutoCloseable {
  static Telephones of(boolean wanted, Path folder, int lines, long seed) {
    return new Telephones(
        wanted ? Optional.of(Phones.open(folder, lines, seed)) : Optional.empty());
  }

  List<Carrier> beside(Carrier post) {
    return Stream.concat(Stream.of(post), phones.stream()).toList();
  }

  @Override
  public void close() {
    phones.ifPresent(Phones::close);
  }
}
