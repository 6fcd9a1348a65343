package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Companding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader written after package-info alone: the file is what that says, byte by byte. */
class FormatTest {
  @TempDir private Path folder;

  private long prefix;
  private byte[] key = new byte[0];

  @Test
  void theFileIsAsItIsDescribed() throws Exception {
    try (Rig rig = Rig.in(folder)) {
      byte[] file = Files.readAllBytes(rig.recorded(75));
      ByteBuffer in = ByteBuffer.wrap(file);
      assertThat(text(in, 8)).isEqualTo("HEYUEREC");
      assertThat(in.getShort()).isEqualTo((short) 1);
      int body = in.getInt();
      assertThat(new UUID(in.getLong(), in.getLong())).isEqualTo(Rig.ID.value());
      assertThat(in.getLong()).isEqualTo(Rig.BEGUN.toEpochMilli());
      assertThat(in.getInt()).isEqualTo(8_000);
      assertThat(in.get()).isEqualTo((byte) 2);
      assertThat(in.getInt()).isEqualTo(8_000);
      prefix = in.getLong();
      String keyId = text(in, in.getShort());
      byte[] wrapped = bytes(in, in.getShort());
      key = rig.keys().unwrap(new RecordingKeys.Wrapped(keyId, wrapped), Rig.ID);
      assertThat(text(in, in.getShort())).isEqualTo(Rig.LABEL.producer());
      assertThat(text(in, in.getShort())).isEqualTo(Rig.LABEL.words());
      assertThat(in.position()).isEqualTo(14 + body);
      assertThat(opened(0, Arrays.copyOf(file, in.position()), bytes(in, 16))).isEmpty();
      byte[] head = bytes(in, 32);
      assertThat(head).isEqualTo(sha256(Arrays.copyOf(file, in.position() - 32)));
      byte[] link = head;
      ByteArrayOutputStream sealed = new ByteArrayOutputStream();
      for (int index = 1; index <= 2; index++) {
        byte[] around = block(in, "AUDI", index, 16_024, head, link, sealed);
        ByteBuffer plain = ByteBuffer.wrap(last);
        assertThat(plain.getLong()).isZero();
        byte[] codes = bytes(plain, 16_000);
        assertThat(Companding.PCMA.decode(new byte[] {codes[0], codes[1]}))
            .containsExactly(
                Rig.frame(2 * 50 * (index - 1))[0], Rig.frame(2 * 50 * (index - 1) + 1)[0]);
        link = around;
      }
      byte[] all = sealed.toByteArray();
      assertThat(block(in, "SEAL", 3, 72, head, link, sealed)).hasSize(32);
      ByteBuffer seal = ByteBuffer.wrap(last);
      assertThat(seal.getInt()).isEqualTo(2);
      assertThat(seal.getLong()).isEqualTo(75 * 160);
      assertThat(seal.getLong()).isZero();
      assertThat(seal.getInt()).isZero();
      assertThat(bytes(seal, 32)).isEqualTo(sha256(all));
      assertThat(seal.hasRemaining()).isFalse();
      assertThat(in.hasRemaining()).isFalse();
    }
  }

  /** What the last block held. */
  private byte[] last = new byte[0];

  private byte[] block(
      ByteBuffer in,
      String letters,
      int index,
      int length,
      byte[] head,
      byte[] before,
      ByteArrayOutputStream sealed)
      throws Exception {
    byte[] heading = bytes(in, 8);
    assertThat(heading)
        .isEqualTo(
            ByteBuffer.allocate(8)
                .put(letters.getBytes(StandardCharsets.US_ASCII))
                .putInt(index)
                .array());
    byte[] bytes = bytes(in, length);
    sealed.writeBytes(bytes);
    last = opened(index, joined(head, heading, before), bytes);
    byte[] link = bytes(in, 32);
    assertThat(link).isEqualTo(sha256(joined(before, heading, bytes)));
    return link;
  }

  private byte[] opened(int index, byte[] bound, byte[] bytes) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(12).putLong(prefix).putInt(index).array();
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(bound);
    return cipher.doFinal(bytes);
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String text(ByteBuffer in, int length) {
    return new String(bytes(in, length), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
