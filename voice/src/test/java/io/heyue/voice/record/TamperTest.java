package io.heyue.voice.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of three blocks, two whole ones and one that isn't full, and what is done to it. */
class TamperTest {
  private static final int AUDIO = Blocks.Kind.AUDIO.stored();
  private static final int SEAL = Blocks.Kind.SEAL.stored();

  @TempDir private static Path folder;
  private static Rig rig;
  private static byte[] good = new byte[0];
  private static int head;

  @BeforeAll
  static void record() throws Exception {
    rig = Rig.in(folder);
    good = Files.readAllBytes(rig.recorded(120));
    head = good.length - 3 * AUDIO - SEAL;
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static Opened opened(byte[] bytes) throws IOException {
    Path file = folder.resolve("changed");
    Files.write(file, bytes);
    return Recording.open(file, rig.keys());
  }

  private static int tampered(byte[] bytes) throws IOException {
    return switch (opened(bytes)) {
      case Tampered tampered -> tampered.block();
      case Recording recording ->
          throw new AssertionError("passed, " + recording.samples() + " samples");
    };
  }

  private static byte[] flipped(int at) {
    byte[] bytes = good.clone();
    bytes[at] ^= 0x10;
    return bytes;
  }

  @Test
  void untouchedItIsComplete() throws IOException {
    Recording recording = (Recording) opened(good);
    assertThat(recording.complete()).isTrue();
    assertThat(recording.samples()).isEqualTo(120 * 160);
    assertThat(Arrays.copyOfRange(recording.right().samples(), 19_040, 19_200))
        .isEqualTo(Rig.frame(2 * 119 + 1));
  }

  /** Each byte of the head, of the seal and of what stands around blocks; of the rest some. */
  @Test
  void anyByteThatIsChangedIsFound() throws IOException {
    int looked = 0;
    for (int at = 0; at < good.length; at++) {
      int inBlocks = at - head;
      int block = at < head ? 0 : 1 + Math.min(3, inBlocks / AUDIO);
      int inBlock = inBlocks % AUDIO;
      boolean around = block == 0 || block == 4 || inBlock < 20 || inBlock >= AUDIO - 52;
      if (around || at % 997 == 0) {
        assertThat(tampered(flipped(at))).as("byte %d", at).isEqualTo(block);
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(head + SEAL + 3 * 72);
  }

  /** A cut tells up to where it can be heard; what stands behind a whole block is given up. */
  @Test
  void aCutIsReadableUpToItsLastWholeBlock() throws IOException {
    for (int blocks = 0; blocks <= 3; blocks++) {
      int from = head + blocks * AUDIO;
      int whole = blocks == 3 ? SEAL : AUDIO;
      for (int more : new int[] {0, 1, 3, 4, 5, 8, 9, 50, whole - 33, whole - 1}) {
        Recording cut = (Recording) opened(Arrays.copyOf(good, from + more));
        assertThat(cut.complete()).isFalse();
        assertThat(cut.samples()).isEqualTo(blocks * 8_000L);
        if (blocks > 0) {
          assertThat(Arrays.copyOfRange(cut.left().samples(), 160, 320)).isEqualTo(Rig.frame(2));
        }
      }
    }
    for (int length : new int[] {0, 1, 13, 14, 100, head - 1}) {
      assertThat(tampered(Arrays.copyOf(good, length))).isZero();
    }
  }

  /** What a failure of power leaves where the disk hadn't written yet. */
  @Test
  void zerosAtTheEndAreACut() throws IOException {
    byte[] zeros = Arrays.copyOf(Arrays.copyOf(good, head + AUDIO), head + AUDIO + 100_000);
    assertThat(((Recording) opened(zeros)).samples()).isEqualTo(8_000);
    zeros[zeros.length - 1] = 1;
    assertThat(tampered(zeros)).isEqualTo(2);
  }

  @Test
  void blocksCannotBeExchangedLeftOutRepeatedOrAdded() throws IOException {
    byte[] first = Arrays.copyOfRange(good, head, head + AUDIO);
    byte[] second = Arrays.copyOfRange(good, head + AUDIO, head + 2 * AUDIO);
    byte[] third = Arrays.copyOfRange(good, head + 2 * AUDIO, head + 3 * AUDIO);
    byte[] seal = Arrays.copyOfRange(good, head + 3 * AUDIO, good.length);
    byte[] front = Arrays.copyOf(good, head);
    assertThat(tampered(joined(front, second, first, third, seal))).isEqualTo(1);
    assertThat(tampered(joined(front, first, third, seal))).isEqualTo(2);
    assertThat(tampered(joined(front, first, second, seal))).isEqualTo(3);
    assertThat(tampered(joined(front, first, first, second, third, seal))).isEqualTo(2);
    assertThat(tampered(joined(front, seal))).isEqualTo(1);
    assertThat(tampered(joined(good, third))).isEqualTo(5);
    assertThat(tampered(joined(good, new byte[1]))).isEqualTo(5);
  }

  /** Who knows the format can make its open sums fit again; the sealed ones still don't. */
  @Test
  void sumsThatWereMadeAnewDontHelp() throws IOException {
    byte[] other = good.clone();
    other[head + 100] ^= 1;
    byte[] link = Arrays.copyOfRange(other, head - 32, head);
    relink(other, head, AUDIO, link);
    assertThat(tampered(other)).isEqualTo(1);

    byte[] swapped = good.clone();
    System.arraycopy(good, head, swapped, head + AUDIO, AUDIO);
    System.arraycopy(good, head + AUDIO, swapped, head, AUDIO);
    ByteBuffer.wrap(swapped).putInt(head + 4, 1).putInt(head + AUDIO + 4, 2);
    relink(swapped, head, AUDIO, link);
    assertThat(tampered(swapped)).isEqualTo(1);

    byte[] begun = good.clone();
    begun[14 + 16 + 7] ^= 1;
    byte[] hash = Hash.of(Arrays.copyOf(begun, head - 32));
    System.arraycopy(hash, 0, begun, head - 32, 32);
    assertThat(tampered(begun)).isZero();
  }

  /** The seal isn't taken for a block that a crash cut off, whatever it is called. */
  @Test
  void aSealInDisguiseIsFound() throws IOException {
    byte[] disguised = good.clone();
    ByteBuffer.wrap(disguised).putInt(good.length - SEAL, Blocks.Kind.AUDIO.letters);
    assertThat(tampered(disguised)).isEqualTo(4);
  }

  /** Not even who has the key makes a seal pass that doesn't fit its blocks. */
  @Test
  void aSealMustFitItsBlocks() throws IOException {
    for (String wrong : new String[] {"", "count", "length", "too long", "hash"}) {
      byte[] front = Arrays.copyOf(good, head);
      HeadBytes read = read(front);
      Blocks blocks =
          new Blocks(
              rig.keys().unwrap(read.wrapped(), Rig.ID),
              read.prefix(),
              Arrays.copyOfRange(front, head - 32, head));
      byte[] audio = blocks.seal(Blocks.Kind.AUDIO, new byte[Blocks.Kind.AUDIO.plain]);
      byte[] hash = Hash.of(Arrays.copyOfRange(audio, 8, audio.length - 32));
      hash[0] ^= (byte) (wrong.equals("hash") ? 1 : 0);
      ByteBuffer plain = ByteBuffer.allocate(Blocks.Kind.SEAL.plain);
      plain.putInt(wrong.equals("count") ? 2 : 1);
      plain.putLong(wrong.equals("length") ? 0 : wrong.equals("too long") ? 8_001 : 8_000);
      plain.putInt(0).putInt(0).putInt(0).put(hash);
      byte[] sealed = joined(front, audio, blocks.seal(Blocks.Kind.SEAL, plain.array()));
      if (wrong.isEmpty()) {
        assertThat(((Recording) opened(sealed)).samples()).isEqualTo(8_000);
      } else {
        assertThat(tampered(sealed)).as(wrong).isEqualTo(2);
      }
    }
  }

  private static HeadBytes read(byte[] front) {
    try {
      return HeadBytes.read(Arrays.copyOf(front, head - 48));
    } catch (HeadBytes.HeadFault e) {
      throw new AssertionError(e);
    }
  }

  private static void relink(byte[] bytes, int from, int length, byte[] before) {
    byte[] link = Hash.of(before, Arrays.copyOfRange(bytes, from, from + length - 32));
    System.arraycopy(link, 0, bytes, from + length - 32, 32);
  }

  @Test
  void blocksOfAnotherRecordingDontFit() throws Exception {
    Recorder recorder =
        rig.recorders().begin(new RecordingId(UUID.randomUUID()), Rig.BEGUN, Rig.LABEL);
    for (int frame = 0; frame < 120; frame++) {
      recorder.heard(Rig.frame(frame), 160L * frame);
    }
    byte[] other = Files.readAllBytes(rig.file(Rig.ended(recorder)));
    assertThat(other).hasSize(good.length);
    byte[] mixed = good.clone();
    System.arraycopy(other, head + AUDIO, mixed, head + AUDIO, AUDIO);
    assertThat(tampered(mixed)).isEqualTo(2);
    mixed = other.clone();
    System.arraycopy(good, head, mixed, head, good.length - head);
    assertThat(tampered(mixed)).isEqualTo(1);
  }

  @Test
  void withoutItsKeyNothingIsRead() throws IOException {
    LocalKeys others = LocalKeys.openOrMake(folder.resolve("others.keys"), new SecureRandom());
    Path file = folder.resolve("good");
    Files.write(file, good);
    assertThatThrownBy(() -> Recording.open(file, others))
        .isInstanceOf(KeyFailure.class)
        .hasMessageContaining("another installation");
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
