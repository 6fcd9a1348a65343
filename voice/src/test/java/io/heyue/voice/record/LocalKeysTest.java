package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
  @TempDir private Path folder;

  private static final byte[] DATA_KEY = new SecureRandom().generateSeed(32);

  private LocalKeys keys(String name) throws IOException {
    return LocalKeys.openOrMake(folder.resolve(name), new SecureRandom());
  }

  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    var wrapped = keys("a").wrap(DATA_KEY, Rig.ID);
    Path file = folder.resolve("a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(keys("a").unwrap(wrapped, Rig.ID)).isEqualTo(DATA_KEY);
    assertThat(folder.toFile().list()).containsExactly("a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keys("a"))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("rw-r-----")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aWrappedKeyIsForOneRecordingAndOneMaster() throws IOException {
    LocalKeys keys = keys("a");
    var wrapped = keys.wrap(DATA_KEY, Rig.ID);
    assertThat(keys.wrap(DATA_KEY, Rig.ID).bytes()).isNotEqualTo(wrapped.bytes());
    RecordingId other = new RecordingId(UUID.randomUUID());
    assertThatThrownBy(() -> keys.unwrap(wrapped, other)).isInstanceOf(KeyFailure.class);
    assertThatThrownBy(() -> keys("b").unwrap(wrapped, Rig.ID)).isInstanceOf(KeyFailure.class);
    for (int length : new int[] {0, 5, 12, 20}) {
      var cut =
          new RecordingKeys.Wrapped(
              wrapped.keyId(), java.util.Arrays.copyOf(wrapped.bytes(), length));
      assertThatThrownBy(() -> keys.unwrap(cut, Rig.ID)).isInstanceOf(KeyFailure.class);
    }
  }

  /** A new key in front is used from then on; the one behind it still opens what it wrapped. */
  @Test
  void theFirstLineIsInUseAndAllOpen() throws IOException {
    var old = keys("a").wrap(DATA_KEY, Rig.ID);
    Path file = folder.resolve("a");
    String fresh = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
    Files.writeString(file, fresh + "\n" + Files.readString(file));
    LocalKeys keys = keys("a");
    assertThat(keys.unwrap(old, Rig.ID)).isEqualTo(DATA_KEY);
    assertThat(keys.wrap(DATA_KEY, Rig.ID).keyId()).isNotEqualTo(old.keyId());
  }

  @Test
  void aFileThatIsSomethingElseIsNamedAndNotQuoted() throws IOException {
    keys("a");
    for (String text : new String[] {"", "secret-words", "c2hvcnQ=\n"}) {
      Files.writeString(folder.resolve("a"), text);
      assertThatThrownBy(() -> keys("a"))
          .isInstanceOf(KeyFailure.class)
          .hasMessageContaining("cut off")
          .message()
          .doesNotContain("secret", "c2hv");
    }
    assertThatThrownBy(() -> LocalKeys.open(folder.resolve("none"), new SecureRandom()))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("isn't there");
  }
}
