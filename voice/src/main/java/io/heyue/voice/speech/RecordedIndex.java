package io.heyue.voice.speech;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code index.tsv} of a folder of recordings. A line holds, with tabs between them, a
 * language, a sentence with its places, and the files of what stands around the places, in order,
 * with spaces between them. Blank lines and those that begin with # are left aside.
 */
final class RecordedIndex {
  static final String NAME = "index.tsv";

  /** No file may hold more than a minute. */
  private static final int SECONDS = 60;

  /**
   * A sentence that was recorded.
   *
   * @param parts of it: a recording for whatever stands around the places, none where nothing does
   */
  record Line(Lang lang, Template template, List<Optional<Sound>> parts) {}

  private final Path folder;
  private final int rate;
  private final MessageDigest digest = sha256();
  private final Map<String, Sound> recordings = new HashMap<>();

  private RecordedIndex(Path folder, int rate) {
    this.folder = folder;
    this.rate = rate;
  }

  /** All lines, what has the most fixed words first, and a fingerprint of all that was read. */
  record Read(List<Line> lines, String fingerprint) {}

  static Read read(Path folder, int rate) {
    RecordedIndex index = new RecordedIndex(folder, rate);
    List<Line> lines = index.lines();
    return new Read(lines, HexFormat.of().formatHex(index.digest.digest()).substring(0, 16));
  }

  private List<Line> lines() {
    Path file = folder.resolve(NAME);
    List<String> rows;
    try {
      rows = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new VoiceFailure(
          file + " can't be read. Maybe the folder of recordings is another, or it is no UTF-8.",
          e);
    }
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      String row = rows.get(at);
      if (!row.isBlank() && !row.startsWith("#")) {
        digest.update(row.getBytes(StandardCharsets.UTF_8));
        Line line = line(row, at + 1);
        if (lines.stream()
            .anyMatch(
                other -> other.lang() == line.lang() && other.template().equals(line.template()))) {
          throw fault(at + 1, "The sentence stands there twice. Maybe remove one line.", null);
        }
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      throw fault(rows.size(), "It holds no sentence. Maybe its lines were lost.", null);
    }
    lines.sort(Comparator.comparingInt((Line line) -> line.template().length()).reversed());
    return List.copyOf(lines);
  }

  private Line line(String row, int number) {
    List<String> cells = List.of(row.split("\t", -1));
    if (cells.size() != 3) {
      throw fault(
          number,
          "It has %d cells of 3. Maybe spaces stand where a tab should.".formatted(cells.size()),
          null);
    }
    Lang lang =
        Lang.find(cells.get(0))
            .orElseThrow(() ->
                fault(number, "Language '" + cells.get(0) + "' is unknown. Maybe zh or en.", null));
    Template template = template(cells.get(1), lang, number);
    return new Line(lang, template, parts(template, cells.get(2), number));
  }

  private Template template(String written, Lang lang, int number) {
    try {
      Template read = Template.parse(written.strip());
      return new Template(read.fixed().stream().map(each -> SpokenText.of(each, lang)).toList());
    } catch (IllegalArgumentException e) {
      throw fault(number, "Sentence '" + written + "': " + e.getMessage(), e);
    }
  }

  private List<Optional<Sound>> parts(Template template, String cell, int number) {
    List<String> files = List.of(cell.strip().split(" +", -1));
    long needed = template.fixed().stream().filter(RecordedIndex::said).count();
    if (cell.isBlank() || files.size() != needed) {
      throw fault(
          number,
          "It names %d files for %d stretches of fixed words. Maybe one is missing or too many."
              .formatted(cell.isBlank() ? 0 : files.size(), needed),
          null);
    }
    Iterator<String> next = files.iterator();
    List<Optional<Sound>> parts = new ArrayList<>();
    for (String fixed : template.fixed()) {
      parts.add(said(fixed) ? Optional.of(recording(next.next(), number)) : Optional.empty());
    }
    return parts;
  }

  /** A lone full stop needs no recording. */
  private static boolean said(String fixed) {
    return fixed.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private Sound recording(String name, int number) {
    Sound known = recordings.get(name);
    if (known != null) {
      return known;
    }
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      throw fault(number, "File '" + name + "' is not in the folder. Maybe it is misspelt.", null);
    }
    try {
      Sound sound = Wav.read(file);
      double level = Levels.of(sound);
      if (level == 0 || sound.length().toSeconds() > SECONDS) {
        throw fault(
            number,
            "File '" + name + "' holds silence, or more than a minute. Maybe record it again.",
            null);
      }
      digest.update(bytes(sound));
      Sound ready = Levels.at(sound.at(rate), Recorded.LEVEL);
      recordings.put(name, ready);
      return ready;
    } catch (IOException e) {
      throw fault(number, e.getMessage() + " Maybe save it as 16-bit WAV.", e);
    }
  }

  private static byte[] bytes(Sound sound) {
    short[] samples = sound.samples();
    ByteBuffer bytes = ByteBuffer.allocate(4 + 2 * samples.length).putInt(sound.rate());
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  private VoiceFailure fault(int line, String what, @Nullable Exception cause) {
    String message = folder.resolve(NAME) + ", line " + line + ": " + what;
    return cause == null ? new VoiceFailure(message) : new VoiceFailure(message, cause);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }
}
