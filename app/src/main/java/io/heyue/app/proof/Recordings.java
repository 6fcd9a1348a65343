package io.heyue.app.proof;

import io.heyue.core.audit.Hash;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Recordings of calls. A record of the kind {@code recording} names one by the hash of its file as
 * it lies in the data folder, encrypted ({@code $['sha256']}). They are not in the bundle; whoever
 * has one can hold it against the record.
 */
record Recordings(List<RecordFile> records, Map<String, Hash> given, Report report) {
  private static final String KIND = "recording";
  private static final long RATE = 8_000;

  /** Whole seconds of what a record of the kind {@code recording} tells of. */
  static long seconds(JsonNode recorded) {
    return Math.ceilDiv(recorded.path("samples").asLong(0), RATE);
  }

  void look() {
    Set<String> found = new HashSet<>();
    for (RecordFile record : records) {
      String named = record.content().shown().path("sha256").asString("");
      if (!record.columns().path("kind").asString("").equals(KIND) || named.isEmpty()) {
        continue;
      }
      given.forEach((file, hash) -> {
        if (hash.hex().equals(named) && record.committed().isPresent()) {
          found.add(file);
          report.proven(
              file + " is the recording that record " + record.name() + " names, byte by byte.",
              file + " 就是记录 " + record.name() + " 所指的录音，逐字节相同。");
        }
      });
      if (given.values().stream().noneMatch(hash -> hash.hex().equals(named))) {
        report.open(
            "What was said in the call of record "
                + record.name()
                + ": it names a recording with the SHA-256 "
                + brief(named)
                + "…; give the file (--recording) to compare.",
            "记录 "
                + record.name()
                + " 的通话内容：它指向 SHA-256 为 "
                + brief(named)
                + "… 的录音；请提供文件（--recording）以比对。");
      }
    }
    given.keySet().stream()
        .filter(file -> !found.contains(file))
        .forEach(file -> report.fault(file, "no record names this recording", "没有记录指向这段录音"));
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(16, hash.length())).replaceAll("[^0-9a-f]", "?");
  }
}
