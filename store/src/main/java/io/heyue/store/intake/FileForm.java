package io.heyue.store.intake;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the bytes of a file tell about it, found in one pass in constant memory.
 *
 * @param charset UTF-8 or GB18030: whichever more of the lines are in that are not plain ASCII
 * @param mark bytes of a byte order mark at the start, 0 or 3
 * @param digest SHA-256 of all bytes, in hexadecimal digits
 */
record FileForm(Charset charset, int mark, String digest) {
  static final Charset GB18030 = Charset.forName("GB18030");

  static FileForm of(Path file, Lang language) {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      int length = stream.readNBytes(buffer, 0, buffer.length);
      refuseOtherFiles(buffer, length, language);
      boolean marked = startsWith(buffer, length, 0xEF, 0xBB, 0xBF);
      Lines lines = new Lines();
      while (length > 0) {
        digest.update(buffer, 0, length);
        lines.look(buffer, length);
        length = stream.readNBytes(buffer, 0, buffer.length);
      }
      lines.endLine();
      boolean unicode = marked || lines.inUtf8 >= lines.inOther;
      return new FileForm(
          unicode ? StandardCharsets.UTF_8 : GB18030,
          marked ? 3 : 0,
          HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw ImportFailure.of(
          language,
          "无法读取文件 " + file + "。可能文件不存在或没有权限。",
          "File " + file + " can't be read. Maybe it does not exist or belongs to somebody else.");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private static void refuseOtherFiles(byte[] head, int length, Lang language) {
    if (length == 0) {
      throw ImportFailure.of(
          language, "文件是空的。可能导出没有完成。", "The file is empty. Maybe the export did not finish.");
    }
    if (startsWith(head, length, 'P', 'K', 3, 4) || startsWith(head, length, 0xD0, 0xCF)) {
      throw ImportFailure.of(
          language,
          "文件是电子表格（xlsx/xls），不是 CSV。可能须另存为“CSV UTF-8”。",
          "The file is a spreadsheet, not CSV. Maybe save it as 'CSV UTF-8'.");
    }
    if (startsWith(head, length, 0xFF, 0xFE)
        || startsWith(head, length, 0xFE, 0xFF)
        || everyOtherIsZero(head, length)) {
      throw ImportFailure.of(
          language,
          "文件是 UTF-16 编码。可能须另存为“CSV UTF-8”。",
          "The file is in UTF-16. Maybe save it as 'CSV UTF-8'.");
    }
  }

  /** As Latin letters are in UTF-16 without a byte order mark. */
  private static boolean everyOtherIsZero(byte[] head, int length) {
    int[] zeros = new int[2];
    for (int i = 0; i < length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    return Math.max(zeros[0], zeros[1]) > length / 8
        && Math.min(zeros[0], zeros[1]) * 8 < Math.max(zeros[0], zeros[1]);
  }

  private static boolean startsWith(byte[] head, int length, int... bytes) {
    if (length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts the lines that are UTF-8 but not ASCII, and those that are neither. */
  private static final class Lines {
    private long inUtf8;
    private long inOther;
    private boolean beyondAscii;
    private boolean broken;
    private int following;

    void look(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (b >= 0) {
          broken |= following > 0;
          following = 0;
          if (b == '\n') {
            endLine();
          }
        } else {
          beyond(b & 0xFF);
        }
      }
    }

    private void beyond(int b) {
      beyondAscii = true;
      if (b < 0xC0) {
        broken |= following == 0;
        following = Math.max(0, following - 1);
      } else {
        broken |= following > 0 || b < 0xC2 || b > 0xF4;
        following = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      }
    }

    void endLine() {
      if (beyondAscii) {
        if (broken || following > 0) {
          inOther++;
        } else {
          inUtf8++;
        }
      }
      beyondAscii = false;
      broken = false;
      following = 0;
    }
  }
}
