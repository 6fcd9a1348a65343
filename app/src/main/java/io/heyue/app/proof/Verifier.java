package io.heyue.app.proof;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.KeyRing;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import io.heyue.store.ledger.Place;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Verifies a bundle of evidence with nothing but itself, and a public key that came another way.
 * Reads no installation, no database and no network. What it is given may be made up.
 */
public final class Verifier {
  private final SequencedMap<String, byte[]> files;
  private final Asked asked;
  private final Report report = new Report();
  private final Set<String> known = new HashSet<>();

  /**
   * What the asker brings along.
   *
   * @param key the ledger's public key, one of them
   * @param authority certificate of the time authority, or of its issuer
   * @param recordings hashes of recordings, by the names of their files
   */
  public record Asked(
      Optional<NoteKey> key, Optional<X509Certificate> authority, Map<String, Hash> recordings) {
    public Asked {
      recordings = Map.copyOf(recordings);
    }
  }

  private Verifier(SequencedMap<String, byte[]> files, Asked asked) {
    this.files = files;
    this.asked = asked;
  }

  /** Verifies an archive. */
  public static Report archive(byte[] archive, Asked asked) {
    try {
      SequencedMap<String, byte[]> files = Archive.read(archive);
      Verifier verifier = new Verifier(files, asked);
      Report report = verifier.run();
      int at = Archive.difference(archive, files);
      if (at >= 0 && report.sound()) {
        report.fault(
            "byte " + at,
            "the archive around the files is not as we write it, though the files are; maybe it was packed"
                + " anew: then unpack it and verify the folder",
            "压缩包的外壳与本系统写出的不同，但其中的文件无误；可能被重新打包过：请解压后验证文件夹");
      }
      return report;
    } catch (Unreadable e) {
      return unreadable(e);
    }
  }

  /** Verifies the files of a bundle that was unpacked. */
  public static Report folder(SequencedMap<String, byte[]> files, Asked asked) {
    try {
      files.keySet().forEach(Archive::demandName);
      return new Verifier(files, asked).run();
    } catch (Unreadable e) {
      return unreadable(e);
    }
  }

  private static Report unreadable(Unreadable e) {
    Report report = new Report();
    report.fault("", e.why(), zh(e));
    return report;
  }

  static String zh(Unreadable e) {
    return "无法读取或不成立（" + e.why() + "）";
  }

  private Report run() {
    Optional<Manifest> manifest = manifest();
    Signatures signatures = new Signatures(files, report);
    Optional<KeyRing> ring = read("keys/keys.txt", () -> signatures.keys(asked.key()));
    if (manifest.isEmpty() || ring.isEmpty()) {
      return report;
    }
    byte[] list = bytes(Manifest.FILE);
    var _ =
        read(
            Manifest.SIGNATURE,
            () -> {
              signatures.manifest(manifest.get(), list, ring.get());
              return Optional.empty();
            });
    contents(manifest.get());
    Map<Long, Checkpoint> checkpoints = signatures.checkpoints(ring.get(), asked.authority());
    consistency(checkpoints);
    List<RecordFile> records = records(manifest.get());
    Map<String, Instant> stood = proofs(records, checkpoints);
    Map<RuleId, RuleText> rules = laws(records);
    Story story = new Story(manifest.get().subject(), records, rules, stood, ring.get());
    derived(story);
    if (report.sound()) {
      new Conclusion(story, List.copyOf(checkpoints.keySet()), report).draw();
    }
    new Recordings(records, asked.recordings(), report).look();
    return report;
  }

  private byte[] bytes(String name) {
    byte[] bytes = files.get(name);
    return bytes == null ? new byte[0] : bytes;
  }

  /** Reads one file; what is wrong with it is a fault of that file. */
  private <T> Optional<T> read(String name, java.util.function.Supplier<Optional<T>> reader) {
    try {
      return reader.get();
    } catch (Unreadable | IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      report.fault(name, why, "无法读取或不成立（" + why + "）");
      return Optional.empty();
    }
  }

  private Optional<Manifest> manifest() {
    if (!files.containsKey(Manifest.FILE)) {
      report.fault(Manifest.FILE, "it is missing; this is no bundle of evidence", "缺少该文件；这不是证据包");
      return Optional.empty();
    }
    return read(Manifest.FILE, () -> Optional.of(Manifest.read(bytes(Manifest.FILE))));
  }

  private void contents(Manifest manifest) {
    manifest
        .hashes()
        .forEach((name, hash) -> {
          byte[] found = files.get(name);
          if (found == null) {
            report.fault(name, "it is missing", "缺少该文件");
          } else if (!Hash.of(found).equals(hash)) {
            report.fault(name, "it was changed", "已被改动");
          }
        });
    files.keySet().stream()
        .filter(name -> !manifest.hashes().containsKey(name))
        .filter(name -> !Set.of(Manifest.FILE, Manifest.SIGNATURE).contains(name))
        .forEach(name -> report.fault(name, "the manifest doesn't name it", "清单中没有该文件"));
  }

  private void consistency(Map<Long, Checkpoint> checkpoints) {
    String name = "checkpoints/consistency.json";
    var _ =
        read(
            name,
            () -> {
              ConsistencyFile file = ConsistencyFile.read(bytes(name));
              List<Long> numbers = List.copyOf(checkpoints.keySet());
              List<Long> steps = new ArrayList<>();
              for (ConsistencyFile.Step step : file.steps()) {
                Checkpoint from = checkpoints.get(step.from());
                Checkpoint to = checkpoints.get(step.to());
                if (from == null || to == null) {
                  throw new Unreadable("it is about checkpoints that are not in the bundle");
                }
                ConsistencyFile.demand(step, from, to);
                steps.add(step.from());
              }
              if (!steps.equals(numbers.subList(0, Math.max(0, numbers.size() - 1)))) {
                throw new Unreadable("it leaves out a checkpoint");
              }
              return Optional.empty();
            });
  }

  private List<RecordFile> records(Manifest manifest) {
    List<RecordFile> records = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("records/")) {
        var _ =
            read(
                file.getKey(),
                () -> {
                  RecordFile record = RecordFile.read(file.getValue());
                  RecordCheck.demand(record, file.getKey(), manifest.subject());
                  records.add(record);
                  return Optional.empty();
                });
      }
    }
    if (records.isEmpty()) {
      report.fault("records/", "there is no record", "没有记录");
    }
    // As the ledger hands them out.
    return Place.inOrder(
        records,
        record ->
            new Place(Story.at(record), record.stripe(), record.number(), Story.kind(record)));
  }

  private Map<String, Instant> proofs(List<RecordFile> records, Map<Long, Checkpoint> checkpoints) {
    Map<String, Instant> stood = new TreeMap<>();
    for (RecordFile record : records) {
      String name = "proofs/" + record.name() + ".json";
      known.add(name);
      var _ =
          read(
              name,
              () -> {
                if (!files.containsKey(name)) {
                  throw new Unreadable("it is missing");
                }
                ProofFile proof = ProofFile.read(bytes(name));
                Checkpoint at = checkpoints.get(proof.checkpoint());
                if (at == null) {
                  throw new Unreadable(
                      "it rests on checkpoint "
                          + proof.checkpoint()
                          + ", which is not in the bundle");
                }
                proof.demand(record, at);
                stood.put(record.name(), at.at());
                return Optional.empty();
              });
    }
    files.keySet().stream()
        .filter(name -> name.startsWith("proofs/") && !known.contains(name))
        .forEach(name -> report.fault(name, "it is of no record in the bundle", "包内没有对应的记录"));
    return stood;
  }

  private Map<RuleId, RuleText> laws(List<RecordFile> records) {
    Map<RuleId, RuleText> rules = new TreeMap<>();
    Set<String> versions = new TreeSet<>();
    records.forEach(record -> versions.add(record.content().law()));
    versions.remove("");
    for (String version : versions) {
      String folder = LawText.folder(version);
      var _ =
          read(
              folder + "edition.txt",
              () -> {
                Optional<LawText> law = LawText.find(files, version);
                if (law.isEmpty()) {
                  report.open(
                      "By which words the rules of version "
                          + brief(version)
                          + " judged: their files were not kept and are not in the bundle.",
                      "版本 " + brief(version) + " 的规则原文：当时没有保存，不在包内。");
                  return Optional.empty();
                }
                law.get()
                    .fault(bytes(folder + "edition.txt"))
                    .ifPresentOrElse(
                        fault -> report.fault(folder, fault, "规则文件与记录所指的版本不符（" + fault + "）"),
                        () ->
                            report.proven(
                                "The rules that were asked are in the bundle as they were in force: "
                                    + law.get().files().size()
                                    + " files of version "
                                    + brief(version)
                                    + ".",
                                "包内的规则原文就是当时有效的原文：版本 "
                                    + brief(version)
                                    + "，共 "
                                    + law.get().files().size()
                                    + " 个文件。"));
                rules.putAll(law.get().rules());
                return Optional.empty();
              });
    }
    return rules;
  }

  private static String brief(String version) {
    return version.substring(0, Math.min(16, version.length())).replaceAll("[^ -~]", "?");
  }

  /** What was made out of the records is made again and compared. */
  private void derived(Story story) {
    if (!report.sound()) {
      return;
    }
    if (!Arrays.equals(bytes("verdicts.json"), Verdicts.of(story.records()))) {
      report.fault("verdicts.json", "it says something else than the records", "与记录不符");
    }
    boolean same =
        Arrays.equals(bytes("index.html"), LawText.bytes(Page.of(story, Lang.ZH)))
            && Arrays.equals(bytes("index.en.html"), LawText.bytes(Page.of(story, Lang.EN)));
    if (same) {
      report.proven(
          "The readable pages say what the records say: drawn again from them, they are the same.",
          "供人阅读的页面与记录一致：由记录重新生成，结果相同。");
    } else {
      report.open(
          "That the readable pages say what the records say: drawn again by this version of the program"
              + " they look different. Maybe another version made them; the records count.",
          "供人阅读的页面与记录一致：由本版本程序重新生成的结果不同，可能由其他版本生成；以记录为准。");
    }
  }
}
