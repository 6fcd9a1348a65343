package io.heyue.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private static final List<Mark> MARKS =
      IntStream.range(0, 16)
          .mapToObj(stripe -> new Mark(stripe, stripe, Hash.ZERO, Merkle.EMPTY))
          .toList();
  private static final Checkpoint CHECKPOINT =
      Checkpoint.of(
          "heyue-ledger/00ff",
          MARKS,
          3,
          Instant.parse("2026-11-23T02:00:00.123456Z"),
          "machine-clock",
          Hash.ZERO);

  private static SignedNote signed(KeyPair pair, String text) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text,
        "heyue-ledger/00ff",
        NoteKey.of(pair.getPublic()).id("heyue-ledger/00ff"),
        HexFormat.of().formatHex(signature.sign()));
  }

  @Test
  void aCheckpointHasOneText() {
    assertThat(CHECKPOINT.size()).isEqualTo(120);
    assertThat(CHECKPOINT.text())
        .startsWith("heyue-ledger/00ff\n120\n")
        .contains("\ntime 2026-11-23T02:00:00.123456Z machine-clock\n");
    assertThat(Checkpoint.find(CHECKPOINT.text())).contains(CHECKPOINT);
    String text = CHECKPOINT.text();
    for (String other :
        List.of(
            text.strip(),
            text + "\n",
            text.replace("\n120\n", "\n0120\n"),
            text.replace("\n120\n", "\n-1\n"),
            text.replace("\n120\n", "\n99999999999999999999\n"),
            text.replace(".123456Z", ".1234560Z"),
            text.replace("02:00", "25:00"),
            text.replace("number 3", "number 0"))) {
      assertThat(Checkpoint.find(other)).as(other).isEmpty();
    }
  }

  @Test
  void everyMarkAndItsPlaceCounts() {
    for (int i = 0; i < 16; i++) {
      List<Mark> other = new java.util.ArrayList<>(MARKS);
      other.set(i, new Mark(i, MARKS.get(i).length() + 1, Hash.ZERO, Merkle.EMPTY));
      assertThat(Checkpoint.root(other)).isNotEqualTo(CHECKPOINT.root());
    }
  }

  @Test
  void aNoteIsWrittenAndReadInOneWay() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SignedNote note = signed(pair, CHECKPOINT.text());
    assertThat(SignedNote.find(note.note())).contains(note);
    assertThat(note.signedBy(NoteKey.of(pair.getPublic()))).isTrue();
    NoteKey other =
        NoteKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    assertThat(note.signedBy(other)).isFalse();
    SignedNote changed =
        new SignedNote(
            note.text().replace("\n120\n", "\n121\n"), note.name(), note.key(), note.signature());
    assertThat(changed.signedBy(NoteKey.of(pair.getPublic()))).isFalse();
    for (String broken :
        List.of("", "\n", note.text(), note.note() + "x", note.note().replace("—", "-"))) {
      assertThat(SignedNote.find(broken)).isEmpty();
    }
  }

  @Test
  void aKeyIsReadFromWhatItIsWrittenTo() throws Exception {
    NoteKey key = NoteKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    assertThat(NoteKey.findPem(key.pem())).contains(key);
    assertThat(NoteKey.findPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"))
        .isEqualTo(Optional.empty());
    assertThat(NoteKey.findPem("no key")).isEmpty();
    // RFC 8032 §7.1, test 1: the empty message.
    assertThat(
            new NoteKey("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                .signed(
                    new byte[0],
                    HexFormat.of()
                        .parseHex(
                            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")))
        .isTrue();
  }
}
