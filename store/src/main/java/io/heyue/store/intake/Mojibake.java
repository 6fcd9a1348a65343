package io.heyue.store.intake;

/** Chinese text in UTF-8 that was read as GB18030. */
final class Mojibake {
  private Mojibake() {}

  /**
   * Whether the bytes of {@code cell} are UTF-8 too, with nothing but three-byte characters beyond
   * ASCII and at least two of them. Real text in GB18030 is that about once in 25,000 names, and
   * such a row is set aside, not lost.
   */
  static boolean isLikely(String cell) {
    byte[] bytes = cell.getBytes(FileForm.GB18030);
    int characters = 0;
    int i = 0;
    while (i < bytes.length) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        i++;
      } else if (b >= 0xE3 && b <= 0xEF && follows(bytes, i + 1) && follows(bytes, i + 2)) {
        characters++;
        i += 3;
      } else {
        return false;
      }
    }
    return characters >= 2;
  }

  private static boolean follows(byte[] bytes, int place) {
    return place < bytes.length && (bytes[place] & 0xC0) == 0x80;
  }
}
