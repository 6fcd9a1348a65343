package io.heyue.app.proof;

import io.heyue.app.access.Role;
import io.heyue.core.audit.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bundle is and what lies in it.
 *
 * @param subject id of the permit, conversation or case that it is about
 * @param by who had it made
 * @param role as far as which it shows
 * @param origin of the ledger
 * @param hashes of all files but the manifest and its signature
 */
record Manifest(
    UUID subject,
    Instant at,
    String by,
    String role,
    String origin,
    SequencedMap<String, Hash> hashes) {
  static final String FORMAT = "heyue-evidence/1";
  static final String FILE = "manifest.json";
  static final String SIGNATURE = "manifest.note";
  private static final int MOST_NAME = 200;

  static Manifest of(
      UUID subject, Instant at, String by, Role role, String origin, Map<String, byte[]> files) {
    SequencedMap<String, Hash> hashes = new LinkedHashMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Hash.of(bytes)));
    return new Manifest(subject, at, by, role.id(), origin, hashes);
  }

  byte[] bytes() {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", FORMAT)
        .put("subject", subject.toString())
        .put("at", at.toString())
        .put("by", by)
        .put("role", role)
        .put("origin", origin);
    ArrayNode list = node.putArray("files");
    hashes.forEach((name, hash) -> list.addObject().put("name", name).put("sha256", hash.hex()));
    return Reading.written(node);
  }

  static Manifest read(byte[] bytes) {
    JsonNode node = Reading.object(bytes, FORMAT);
    SequencedMap<String, Hash> hashes = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    var _ =
        Reading.list(
            node,
            "files",
            each -> {
              String name = Reading.text(each, "name");
              Archive.demandName(name);
              if (hashes.put(name, Reading.hash(each, "sha256")) != null) {
                twice.add(name);
              }
              return name;
            });
    if (!twice.isEmpty()) {
      throw new Unreadable("it names " + twice.getFirst() + " twice");
    }
    return new Manifest(
        subject(Reading.text(node, "subject")),
        Reading.instant(node, "at"),
        brief(Reading.text(node, "by")),
        brief(Reading.text(node, "role")),
        brief(Reading.text(node, "origin")),
        hashes);
  }

  private static UUID subject(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("'subject' is no id");
    }
  }

  private static String brief(String text) {
    if (text.length() > MOST_NAME) {
      throw new Unreadable("a name in it is too long");
    }
    return text;
  }

  /** What is signed about a bundle; can't be taken for a checkpoint. */
  static String statement(String origin, byte[] manifest) {
    return origin + "/evidence\nsha256 " + Hash.of(manifest).hex() + "\n";
  }
}
