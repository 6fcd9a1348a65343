package io.heyue.voice.record;

import io.heyue.voice.audio.Companding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an exported file says of itself.
 *
 * @param recordingHash SHA-256 of the file of the recording
 * @param audioHash SHA-256 of the audio data
 * @param cue samples before the call
 */
record Marking(
    Head head, Label label, String recordingHash, String audioHash, boolean complete, int cue) {
  private static final int DESCRIPTION = 256;
  private static final int NAME = 32;
  private static final int WITHOUT_HISTORY = 602;

  /** Label 1: it is generated. The first reserved code is the producer's for security. */
  String json() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Label", "1");
    fields.put("ContentProducer", label.producer());
    fields.put("ProduceID", head.id().toString());
    fields.put("ReservedCode1", "sha256:" + audioHash);
    fields.put("ContentPropagator", label.producer());
    fields.put("PropagateID", head.id().toString());
    fields.put("ReservedCode2", "");
    fields.put("Time", head.begun().toString());
    fields.put("RecordingSha256", recordingHash);
    fields.put("Part", "right channel");
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
        .collect(Collectors.joining(",", "{\"AIGC\":{", "}}"));
  }

  /** The chunk LIST: UTF-8, each text ended by a zero. */
  byte[] list(String software) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("INFO".getBytes(StandardCharsets.US_ASCII));
    text(out, "INAM", "Recording " + head.id());
    text(out, "IART", label.producer());
    text(out, "ICRD", day(utc()));
    text(out, "ISFT", software);
    text(out, "ICMT", label.words() + remarks());
    text(out, "AIGC", json());
    return out.toByteArray();
  }

  private String remarks() {
    return (cue > 0 ? " The call begins at sample " + cue + ", behind an audible label." : "")
        + (complete ? "" : " The recording was cut off.");
  }

  /** The chunk bext, version 1: ASCII alone. */
  byte[] broadcast(Export.Coding coding) {
    byte[] history =
        ("A="
                + (coding == Export.Coding.A_LAW ? "A-LAW,F=8000,W=8" : "PCM,F=8000,W=16")
                + ",M=stereo,T=left other side; right machine voice\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    ZonedDateTime begun = utc();
    byte[] bytes = new byte[WITHOUT_HISTORY + history.length];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ascii(out, DESCRIPTION, Label.ENGLISH + remarks());
    ascii(out, NAME, label.producer());
    ascii(out, NAME, head.id().toString().replace("-", ""));
    ascii(out, 10, day(begun));
    ascii(out, 8, DateTimeFormatter.ofPattern("HH:mm:ss").format(begun));
    out.putLong(Math.max(0, begun.toLocalTime().toSecondOfDay() * (long) Companding.RATE - cue));
    out.putShort((short) 1);
    out.position(WITHOUT_HISTORY).put(history);
    return bytes;
  }

  private ZonedDateTime utc() {
    return head.begun().atZone(ZoneOffset.UTC);
  }

  private static String day(ZonedDateTime time) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time);
  }

  private static void text(ByteArrayOutputStream out, String name, String text) {
    out.writeBytes(Riff.chunkBytes(name, (text + "\0").getBytes(StandardCharsets.UTF_8)));
  }

  /** Letters that aren't ASCII become question marks. */
  private static void ascii(ByteBuffer out, int length, String text) {
    int end = out.position() + length;
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.put(bytes, 0, Math.min(length, bytes.length)).position(end);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(letter -> {
          if (letter == '"' || letter == '\\') {
            out.append('\\').append((char) letter);
          } else if (letter < ' ') {
            out.append("\\u%04x".formatted(letter));
          } else {
            out.append((char) letter);
          }
        });
    return out.append('"').toString();
  }
}
