package io.heyue.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.access.Role;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.NoteKey;
import io.heyue.core.base.Lang;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tampers with every part of a bundle, as an outsider and as somebody who holds the key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierTest {
  private SampleLedger sample;
  private byte[] bundle = {};
  private NoteKey key;

  @BeforeAll
  void export(@TempDir Path home) {
    sample = new SampleLedger(home.resolve("data")).filled();
    bundle = sample.export(Role.OPERATOR);
    key = sample.checkpoints.keys(sample.now.get()).current();
  }

  @AfterAll
  void close() {
    sample.close();
  }

  private Report verify(byte[] archive) {
    return Verifier.archive(archive, asked(Optional.of(key)));
  }

  private static Verifier.Asked asked(Optional<NoteKey> key) {
    return new Verifier.Asked(key, Optional.empty(), Map.of());
  }

  private static List<String> faults(Report report) {
    return report.of(Report.Level.FAULT).stream().map(fault -> fault.in(Lang.EN)).toList();
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** Changes one file and signs everything anew with the ledger's own key. */
  private Report insider(String file, UnaryOperator<String> change) {
    SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
    String before = new String(bytes(files, file), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).as(file).isNotEqualTo(before);
    files.put(file, after.getBytes(StandardCharsets.UTF_8));
    return verify(sample.signedAnew(files, Role.OPERATOR));
  }

  private String record(String holding) {
    return SampleLedger.files(bundle).entrySet().stream()
        .filter(file -> file.getKey().startsWith("records/"))
        .filter(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(holding))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsSoundSaysWhatItProvesAndWhatNot() {
    Report report = verify(bundle);
    assertThat(faults(report)).isEmpty();
    assertThat(report.text(Lang.EN))
        .contains("Proven:", "Not proven:")
        .contains("signed by the owner of the key that you gave (" + key.fingerprint() + ")")
        .contains("4 record(s) about " + SampleLedger.TALK.value())
        .contains("each field belongs to its entry")
        .contains("Between these checkpoints the ledger only grew")
        .contains("in force")
        .contains("withheld field(s)")
        .contains("no other record about it")
        .contains("by the clock of the lender's machine");
    assertThat(report.json(Lang.ZH)).contains("\"sound\":true", "没有第三方证明");
  }

  @Test
  void aChangedByteOfAnyFileIsNamed() {
    for (String file : SampleLedger.files(bundle).keySet()) {
      SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
      byte[] bytes = bytes(files, file).clone();
      bytes[bytes.length / 2] ^= 1;
      files.put(file, bytes);
      Report report = verify(Archive.write(files));
      assertThat(report.sound()).as(file).isFalse();
      assertThat(faults(report)).as(file).anyMatch(fault -> fault.startsWith(file + ":"));
    }
  }

  @Test
  void aFileThatIsMissingOrAddedIsNamed() {
    for (String file : SampleLedger.files(bundle).keySet()) {
      SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
      files.remove(file);
      assertThat(faults(verify(Archive.write(files))))
          .as(file)
          .anyMatch(fault -> fault.startsWith(file + ":"));
    }
    SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
    files.put("more.txt", new byte[] {1});
    assertThat(faults(verify(Archive.write(files))))
        .containsExactly("more.txt: the manifest doesn't name it");
  }

  @Test
  void aChangedByteAnywhereInTheArchiveIsFound() {
    int last = bundle.length;
    for (int at = 0; at < last; at += at < last - 4_000 ? 1_499 : 97) {
      byte[] changed = bundle.clone();
      changed[at] ^= 4;
      assertThat(verify(changed).sound()).as("byte %d of %d", at, last).isFalse();
    }
    assertThat(verify(Arrays.copyOf(bundle, last - 1)).sound()).isFalse();
    assertThat(verify(Arrays.copyOf(bundle, last + 1)).sound()).isFalse();
  }

  @Test
  void aBundleOfAnotherKeyIsNotTakenForOurs(@TempDir Path home) {
    try (SampleLedger other = new SampleLedger(home.resolve("data")).filled()) {
      byte[] forged = other.export(Role.OPERATOR);
      assertThat(faults(verify(forged)))
          .singleElement()
          .asString()
          .contains("keys/keys.txt")
          .contains("signed by somebody else");
      Report unknown = Verifier.archive(forged, asked(Optional.empty()));
      assertThat(unknown.sound()).isTrue();
      assertThat(unknown.text(Lang.EN)).contains("!! WHO SIGNED IT");
      assertThat(unknown.text(Lang.ZH)).contains("!! 签名者的身份");
    }
  }

  @Test
  void everyStepOfEveryProofCounts() {
    int steps = 0;
    for (String file : SampleLedger.files(bundle).keySet()) {
      if (!file.startsWith("proofs/")) {
        continue;
      }
      String text = new String(bytes(SampleLedger.files(bundle), file), StandardCharsets.UTF_8);
      Matcher hash = Pattern.compile("[0-9a-f]{64}").matcher(text);
      while (hash.find()) {
        steps++;
        int at = hash.start();
        Report report =
            insider(
                file,
                all -> all.substring(0, at) + flipped(all.charAt(at)) + all.substring(at + 1));
        assertThat(faults(report)).as(file + " at " + at).anyMatch(f -> f.startsWith(file + ":"));
      }
      for (String number : List.of("checkpoint", "number", "length", "stripe")) {
        Report report =
            insider(file, all -> all.replaceFirst("(\"" + number + "\" : )[0-9]+", "$1" + 9));
        assertThat(faults(report)).as(file + " " + number).anyMatch(f -> f.startsWith(file + ":"));
      }
    }
    assertThat(steps).isGreaterThan(15);
  }

  private static char flipped(char digit) {
    return digit == '0' ? '1' : '0';
  }

  @Test
  void everyFieldOfARecordIsBound() {
    String turn = record("\"turn\\\"");
    for (String part :
        List.of(
            "value\" : \"\\\"permitted", "salt\" : \"", "withheld\" : \"", "path\" : \"$['turn")) {
      String where = part.replace("\\\\", "\\");
      Report report =
          insider(
              turn,
              all -> {
                int at = all.indexOf(where) + where.length();
                return all.substring(0, at)
                    + (part.startsWith("path") || part.startsWith("value")
                        ? "x"
                        : String.valueOf(flipped(all.charAt(at))))
                    + all.substring(
                        part.startsWith("path") || part.startsWith("value") ? at : at + 1);
              });
      assertThat(faults(report)).as(part).anyMatch(fault -> fault.startsWith(turn + ":"));
    }
    Report plain =
        insider(turn, all -> all.replace("\\\"kind\\\":\\\"turn", "\\\"kind\\\":\\\"stop"));
    assertThat(faults(plain)).anyMatch(fault -> fault.contains("its link of the chain covers"));
    Report uncommitted =
        insider(
            turn, all -> all.replaceFirst("\\\\\"commitment\\\\\":\\\\\"[0-9a-f]{64}\\\\\",", ""));
    assertThat(faults(uncommitted)).anyMatch(fault -> fault.startsWith(turn + ":"));
  }

  @Test
  void recordsThatChangedPlacesAreNamed() {
    List<String> records = new ArrayList<>();
    SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
    files.keySet().stream().filter(file -> file.startsWith("records/")).forEach(records::add);
    byte[] one = bytes(files, records.get(0));
    files.put(records.get(0), bytes(files, records.get(1)));
    files.put(records.get(1), one);
    assertThat(faults(verify(sample.signedAnew(files, Role.OPERATOR))))
        .anyMatch(f -> f.startsWith(records.get(0) + ": it is record"))
        .anyMatch(f -> f.startsWith(records.get(1) + ": it is record"));
  }

  @Test
  void anOlderCheckpointInThePlaceOfANewerIsNamed() {
    SequencedMap<String, byte[]> files = SampleLedger.files(bundle);
    files.put("checkpoints/2.note", bytes(files, "checkpoints/1.note"));
    assertThat(faults(verify(sample.signedAnew(files, Role.OPERATOR))))
        .contains("checkpoints/2.note: it is checkpoint 1");
    Report later = insider("checkpoints/2.note", all -> all.replace("T02:", "T01:"));
    assertThat(faults(later))
        .contains("checkpoints/2.note: it was not signed with a key of the ledger");
    Report exchanged =
        insider(
            "checkpoints/consistency.json",
            all -> {
              int at = all.indexOf("\"root\" : \"") + 10;
              return all.substring(0, at) + flipped(all.charAt(at)) + all.substring(at + 1);
            });
    assertThat(faults(exchanged))
        .contains("checkpoints/consistency.json: its chains are not those of the checkpoints");
    assertThat(
            faults(
                insider(
                    "checkpoints/consistency.json",
                    all -> all.replaceAll("(?s)\"steps\".*", "\"steps\":[]}"))))
        .contains("checkpoints/consistency.json: it leaves out a checkpoint");
  }

  @Test
  void aRuleThatWasNotInForceIsNamed() {
    String rule =
        SampleLedger.files(bundle).keySet().stream()
            .filter(file -> file.endsWith("cn-cba-01.yaml"))
            .findFirst()
            .orElseThrow();
    assertThat(faults(insider(rule, all -> all.replace("22:00", "23:00"))))
        .anyMatch(fault -> fault.contains("cn-cba-01.yaml is not the file that was in force"));
    String edition = rule.substring(0, rule.indexOf("data/")) + "edition.txt";
    assertThat(faults(insider(edition, all -> all.replace("cn-cba-01", "cn-cba-99"))))
        .anyMatch(fault -> fault.contains("whose hash the records name"));
  }

  /** Which rules asked and what read the words is in the chain of verdicts, for each record. */
  @Test
  void verdictsNameTheLawAndWhatReadTheWords() {
    String verdicts =
        new String(bytes(SampleLedger.files(bundle), "verdicts.json"), StandardCharsets.UTF_8);
    assertThat(verdicts.split("\"reader\" : \"head-9\"", -1)).hasSize(4);
    assertThat(verdicts.split("\"law\" : \"", -1)).hasSize(4);
  }

  @Test
  void aPageOrAVerdictThatSaysSomethingElseIsNamed() {
    assertThat(faults(insider("verdicts.json", all -> all.replace("permitted", "refused"))))
        .containsExactly("verdicts.json: it says something else than the records");
    Report page = insider("index.html", all -> all.replace("许可", "拒绝"));
    assertThat(page.sound()).isTrue();
    assertThat(page.text(Lang.EN)).contains("they look different");
  }

  @Test
  void keysRotateAndEitherKeyVerifies(@TempDir Path home) {
    try (SampleLedger rotating = new SampleLedger(home.resolve("data")).filled()) {
      byte[] before = rotating.export(Role.COMPLIANCE);
      NoteKey old = rotating.checkpoints.keys(rotating.now.get()).current();
      NoteKey fresh =
          rotating
              .store
              .database()
              .transactor()
              .get(sql -> rotating.checkpoints.rotate(sql, rotating.now.get()))
              .current();
      rotating.append(SampleLedger.turn(3, "再见", "再见"));
      byte[] after = rotating.export(Role.COMPLIANCE);
      assertThat(fresh).isNotEqualTo(old);
      for (NoteKey given : List.of(old, fresh)) {
        assertThat(faults(Verifier.archive(after, asked(Optional.of(given))))).isEmpty();
      }
      assertThat(Verifier.archive(after, asked(Optional.of(old))).text(Lang.EN))
          .contains("which is key 1 of 2");
      assertThat(faults(Verifier.archive(before, asked(Optional.of(old))))).isEmpty();
      SequencedMap<String, byte[]> files = SampleLedger.files(after);
      String ring = new String(bytes(files, "keys/keys.txt"), StandardCharsets.UTF_8);
      files.put("keys/keys.txt", LawText.bytes(ring.replace(" 2026-", " 2025-")));
      assertThat(
              faults(
                  Verifier.archive(
                      rotating.signedAnew(files, Role.COMPLIANCE), asked(Optional.of(old)))))
          .anyMatch(fault -> fault.startsWith("keys/keys.txt: key 2 was not vouched for"));
    }
  }

  @Test
  void aRecordingIsHeldAgainstTheRecordThatNamesIt() {
    Verifier.Asked right =
        new Verifier.Asked(
            Optional.of(key),
            Optional.empty(),
            Map.of("call.heyrec", new Hash(SampleLedger.RECORDING)));
    assertThat(Verifier.archive(bundle, right).text(Lang.EN))
        .contains("call.heyrec is the recording that record");
    Verifier.Asked wrong =
        new Verifier.Asked(
            Optional.of(key), Optional.empty(), Map.of("call.heyrec", Hash.of(new byte[] {1})));
    assertThat(faults(Verifier.archive(bundle, wrong)))
        .containsExactly("call.heyrec: no record names this recording");
    assertThat(verify(bundle).text(Lang.EN)).contains("give the file (--recording)");
  }

  @Test
  void whatIsWithheldCanBeShownLaterByAnotherBundle() {
    byte[] whole = sample.export(Role.COMPLIANCE);
    String turn = record("\"turn\\\"");
    RecordFile part = RecordFile.read(bytes(SampleLedger.files(bundle), turn));
    RecordFile all = RecordFile.read(bytes(SampleLedger.files(whole), turn));
    assertThat(part.withholds()).isTrue();
    assertThat(all.withholds()).isFalse();
    assertThat(part.commitment()).isEqualTo(all.commitment());
    assertThat(part.hash()).isEqualTo(all.hash());
    assertThat(new LinkedHashMap<>(SampleLedger.files(bundle)).toString())
        .doesNotContain(SampleLedger.HEARD);
  }
}
