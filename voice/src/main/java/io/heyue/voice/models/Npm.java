package io.heyue.voice.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** npm as a process of its own: it knows the registry, the proxy and the cache of this machine. */
final class Npm {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of what it says, so much is told. */
  private static final int TOLD = 400;

  private final String program;

  /**
   * @param program its file, or its name where the shell finds it
   */
  Npm(String program) {
    this.program = program;
  }

  /**
   * Fetches a package without running anything of it.
   *
   * @param spec {@code NAME@VERSION}
   * @param folder an empty one for it
   * @return the tarball
   * @throws ModelFailure where npm is missing, can't fetch it, or takes longer than five minutes
   */
  Path pack(String spec, Path folder) throws IOException {
    Path said = folder.resolve("npm.log");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  program, "pack", spec, "--ignore-scripts", "--loglevel=error", "--no-color")
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException e) {
      throw new ModelFailure(
          program
              + " can't be started. Maybe install it (apt-get install npm), or fetch "
              + spec
              + " elsewhere.",
          e);
    }
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new ModelFailure(
            "%s took longer than %d s for %s. Maybe the registry can't be reached."
                .formatted(program, PATIENCE.toSeconds(), spec));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelFailure(program + " was interrupted.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new ModelFailure(
          "%s pack %s ended with %d: %s Maybe this machine is offline, or npm's registry is another one."
              .formatted(program, spec, process.exitValue(), told(said)));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tarballs = files.filter(file -> file.toString().endsWith(".tgz")).toList();
      if (tarballs.size() != 1) {
        throw new ModelFailure(
            "%s pack %s left %d tarballs; one is right. Maybe its version is too old."
                .formatted(program, spec, tarballs.size()));
      }
      return tarballs.getFirst();
    }
  }

  private static String told(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    return text.length() > TOLD ? text.substring(0, TOLD) + '…' : text;
  }
}
