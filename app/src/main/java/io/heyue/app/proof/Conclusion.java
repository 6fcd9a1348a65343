package io.heyue.app.proof;

import java.time.Instant;
import java.util.List;

/**
 * What a sound bundle proves of its records, and what it doesn't.
 *
 * @param checkpoints numbers of those that it rests on
 */
record Conclusion(Story story, List<Long> checkpoints, Report report) {
  /** Says it. */
  void draw() {
    List<RecordFile> records = story.records();
    long withheld =
        records.stream()
            .flatMap(record -> record.fields().stream())
            .filter(field -> field.value().isEmpty())
            .count();
    long committed = records.stream().filter(record -> record.committed().isPresent()).count();
    Instant latest = story.stood().values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    report.proven(
        records.size()
            + " record(s) about "
            + story.subject()
            + " stood in the ledger, unchanged and at their places, when checkpoint(s) "
            + checkpoints
            + " were signed; the last one says "
            + latest
            + ".",
        "关于 "
            + story.subject()
            + " 的 "
            + records.size()
            + " 条记录，在检查点 "
            + checkpoints
            + " 签名时已在存证账中，位置与内容未变；最后一个检查点所写时间为 "
            + latest
            + "。");
    if (committed > 0) {
      report.proven(
          "What "
              + committed
              + " record(s) show is what was written: each field belongs to its entry.",
          "其中 " + committed + " 条记录所示内容就是当时写入的内容：每个字段都属于该条记录。");
    }
    if (checkpoints.size() > 1) {
      report.proven(
          "Between these checkpoints the ledger only grew; nothing was exchanged.",
          "在这些检查点之间，存证账只增不改。");
    }
    if (committed < records.size()) {
      report.open(
          "That the clear text of "
              + (records.size() - committed)
              + " record(s) is the one that was written: they are older than commitments.",
          (records.size() - committed) + " 条记录的明文就是当时的明文：它们早于承诺机制。");
    }
    if (withheld > 0) {
      report.open(
          "What the "
              + withheld
              + " withheld field(s) say. They are bound all the same and can be shown later.",
          withheld + " 个未提供的字段的内容。它们同样受约束，日后可以补充提供。");
    }
    report.open(
        "That there is no other record about it: what is in the bundle is genuine, but need not be all.",
        "此外再无其他记录：包内的记录是真的，但不一定是全部。");
  }
}
