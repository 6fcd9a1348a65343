package io.heyue.app.proof;

import io.heyue.core.audit.Hash;
import io.heyue.core.law.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A version of the law in a bundle: a list of all its files with their hashes, of which the version
 * is the hash, and those files that its records name.
 *
 * @param version the hash that records name
 * @param hashes of all files of the version, by their names
 * @param files bytes of those that are in the bundle
 */
record LawText(String version, SequencedMap<String, String> hashes, Map<String, byte[]> files) {
  private static final int BRIEF = 16;

  /** The folder of a bundle in which a version lies. */
  static String folder(String version) {
    String brief = version.substring(0, Math.min(BRIEF, version.length()));
    return "law/" + brief.replaceAll("[^A-Za-z0-9]", "-") + "/";
  }

  /** The list of files: name, a space, hash. */
  static String edition(Map<String, byte[]> files) {
    StringBuilder list = new StringBuilder();
    files.forEach(
        (name, bytes) -> list.append(name).append(' ').append(Hash.of(bytes).hex()).append('\n'));
    return list.toString();
  }

  /** The version that lies in a bundle; empty where it doesn't. */
  static Optional<LawText> find(Map<String, byte[]> bundle, String version) {
    String folder = folder(version);
    byte[] edition = bundle.get(folder + "edition.txt");
    if (edition == null) {
      return Optional.empty();
    }
    SequencedMap<String, String> hashes = new LinkedHashMap<>();
    for (String line : Reading.utf8(edition).split("\n", -1)) {
      int cut = line.lastIndexOf(' ');
      if (cut > 0) {
        hashes.put(line.substring(0, cut), line.substring(cut + 1));
      }
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    bundle.forEach((name, bytes) -> {
      if (name.startsWith(folder) && !name.endsWith("/edition.txt")) {
        files.put(name.substring(folder.length()), bytes);
      }
    });
    return Optional.of(new LawText(version, hashes, files));
  }

  /** What is wrong with it, if something is. */
  Optional<String> fault(byte[] edition) {
    if (!Hash.of(edition).hex().equals(version)) {
      return Optional.of("the list of its files is not the one whose hash the records name");
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!Hash.of(file.getValue()).hex().equals(hashes.get(file.getKey()))) {
        return Optional.of(file.getKey() + " is not the file that was in force");
      }
    }
    return Optional.empty();
  }

  /** Its rules that are in the bundle. */
  Map<RuleId, RuleText> rules() {
    Map<RuleId, RuleText> rules = new HashMap<>();
    files
        .values()
        .forEach(file -> RuleText.find(file).ifPresent(rule -> rules.put(rule.id(), rule)));
    return rules;
  }

  /** A text as bytes. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
