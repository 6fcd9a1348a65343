package io.heyue.brain.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A fingerprint of bytes, in hexadecimal. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException fault) {
      throw new AssertionError("Every Java platform has SHA-256.", fault);
    }
  }

  static String of(byte[] bytes) {
    return new Sha256().add(bytes).hex();
  }

  /** The fingerprint of all YAML files below {@code folder}, their names included. */
  public static String ofYaml(Path folder) {
    Sha256 sum = new Sha256();
    for (Path file : yamlFiles(folder)) {
      try {
        sum.add(folder.relativize(file).toString()).add(Files.readAllBytes(file));
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
    return sum.hex();
  }

  /** All YAML files below {@code folder} in the order of their names. */
  public static List<Path> yamlFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
