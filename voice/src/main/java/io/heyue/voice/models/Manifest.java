package io.heyue.voice.models;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model's folder says of itself, in {@value #FILE}: lines of fields with tabs between, and
 * remarks after '#'.
 *
 * <pre>
 * id       moonshine-tiny-en
 * kind     recogniser
 * lang     en                    (or -)
 * licence  MIT
 * file     NAME  BYTES  SHA-256  SOURCE    (once or more; npm:NAME@VERSION#PATH or supplied)
 * </pre>
 */
final class Manifest {
  static final String FILE = "manifest.tsv";

  /** A manifest of ten thousand files is smaller. */
  private static final int MOST = 4_000_000;

  private static final String NO_LANG = "-";

  private Manifest() {}

  static String text(Model model) {
    StringBuilder text = new StringBuilder("# A speech model of Heyue's\n");
    text.append("id\t").append(model.id()).append('\n');
    text.append("kind\t").append(model.kind().id()).append('\n');
    text.append("lang\t").append(model.lang().map(Lang::code).orElse(NO_LANG)).append('\n');
    text.append("licence\t").append(model.licence()).append('\n');
    for (ModelFile file : model.files()) {
      text.append(
          "file\t%s\t%d\t%s\t%s\n"
              .formatted(file.name(), file.bytes(), file.sha256(), file.source().id()));
    }
    return text.toString();
  }

  /**
   * @param where its name, for messages
   * @throws ModelFailure where it can't be read or says something else
   */
  static Model read(InputStream in, String where) {
    String text;
    try {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new ModelFailure(where + " is larger than " + MOST + " bytes.");
      }
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ModelFailure(where + " can't be read: " + e.getMessage() + ".", e);
    }
    String id = "";
    String licence = "";
    Optional<ModelKind> kind = Optional.empty();
    Optional<Lang> lang = Optional.empty();
    List<ModelFile> files = new ArrayList<>();
    try {
      for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
          case "id" -> id = fields[1];
          case "kind" -> kind = ModelKind.find(fields[1]);
          case "lang" -> lang = Lang.find(fields[1]);
          case "licence" -> licence = fields[1];
          case "file" ->
              files.add(
                  new ModelFile(
                      fields[1],
                      Long.parseLong(fields[2]),
                      fields[3],
                      Source.find(fields[4])
                          .orElseThrow(() ->
                              new IllegalArgumentException(
                                  "Source '" + fields[4] + "' is unknown."))));
          default -> {
            if (!line.startsWith("#")) {
              throw new IllegalArgumentException("Line '" + line + "' is unknown.");
            }
          }
        }
      }
      return new Model(id, kind.orElse(ModelKind.OTHER), lang, licence, files);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new ModelFailure(
          where + " is no manifest: " + e.getMessage() + " Maybe add the model again.", e);
    }
  }
}
