package io.heyue.app.proof;

import io.heyue.app.access.Role;
import io.heyue.core.audit.Chain;
import io.heyue.core.audit.Commitment;
import io.heyue.core.audit.Hash;
import io.heyue.store.ledger.Exhibit;
import io.heyue.store.ledger.Flat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of the ledger as a file of a bundle: the bytes that its link covers, and its clear text
 * field by field. A field that is shown comes with its salt, one that is withheld with its hash;
 * together they make the commitment that stands among the bytes.
 *
 * @param previous hash of the link before
 * @param plain the bytes that the link covers
 * @param hash of the link
 */
record RecordFile(
    int stripe, long number, Hash previous, String plain, Hash hash, List<Shown> fields) {
  static final String FORMAT = "heyue-record/1";
  private static final int STRIPES = 16;
  private static final int SALT_DIGITS = 64;

  RecordFile {
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param value canonical JSON; empty where it is withheld
   * @param salt empty where it is withheld, or where the record commits to nothing
   * @param withheld hash of salt and value; empty where it is shown
   */
  record Shown(
      String path, Optional<String> value, Optional<String> salt, Optional<Hash> withheld) {}

  /** A record as far as a role may see it. */
  static RecordFile of(Exhibit exhibit, Role role) {
    SequencedMap<String, String> values = Flat.of(exhibit.clear().text());
    Optional<Hash> seed = exhibit.clear().seed();
    List<Shown> fields = new ArrayList<>();
    values.forEach((path, value) -> {
      Optional<byte[]> salt = seed.map(secret -> Commitment.salt(secret, path));
      if (Disclosure.shows(role, path)) {
        fields.add(
            new Shown(path, Optional.of(value), salt.map(Commitment::shown), Optional.empty()));
      } else {
        fields.add(
            new Shown(
                path,
                Optional.empty(),
                Optional.empty(),
                salt.map(bytes -> Commitment.part(path, bytes, value).sealed())));
      }
    });
    return new RecordFile(
        exhibit.written().stripe(),
        exhibit.written().number(),
        exhibit.previous(),
        exhibit.plain(),
        new Hash(exhibit.written().hash()),
        fields);
  }

  /** By which files and people name it: chain and number. */
  String name() {
    return stripe + "-" + number;
  }

  /** Whether anything of it is withheld. */
  boolean withholds() {
    return fields.stream().anyMatch(field -> field.value().isEmpty());
  }

  byte[] bytes() {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", FORMAT)
        .put("stripe", stripe)
        .put("number", number)
        .put("previous", previous.hex())
        .put("plain", plain)
        .put("hash", hash.hex());
    ArrayNode list = node.putArray("fields");
    for (Shown field : fields) {
      ObjectNode each = list.addObject();
      each.put("path", field.path());
      if (field.value().isPresent()) {
        each.put("value", field.value().get());
        field.salt().ifPresent(salt -> each.put("salt", salt));
      } else {
        each.put("withheld", field.withheld().map(Hash::hex).orElse(""));
      }
    }
    return Reading.written(node);
  }

  static RecordFile read(byte[] bytes) {
    JsonNode node = Reading.object(bytes, FORMAT);
    return new RecordFile(
        (int) Reading.number(node, "stripe", 0, STRIPES - 1),
        Reading.number(node, "number", 1, 1L << 60),
        Reading.hash(node, "previous"),
        Reading.text(node, "plain"),
        Reading.hash(node, "hash"),
        Reading.list(node, "fields", RecordFile::field));
  }

  private static Shown field(JsonNode node) {
    String path = Reading.text(node, "path");
    if (node.has("withheld")) {
      String withheld = Reading.text(node, "withheld");
      return new Shown(
          path,
          Optional.empty(),
          Optional.empty(),
          withheld.isEmpty() ? Optional.empty() : Optional.of(Reading.hash(node, "withheld")));
    }
    Optional<String> salt =
        node.has("salt") ? Optional.of(Reading.text(node, "salt")) : Optional.empty();
    if (salt.isPresent() && !salt.get().matches("[0-9a-f]{" + SALT_DIGITS + "}")) {
      throw new Unreadable("the salt of " + path + " is none");
    }
    return new Shown(path, Optional.of(Reading.text(node, "value")), salt, Optional.empty());
  }

  /** Whether {@code hash} is that of a link over {@code plain} at this place of the chain. */
  boolean linked() {
    return new Chain(number - 1, previous)
        .append(plain.getBytes(StandardCharsets.UTF_8))
        .head()
        .equals(hash);
  }

  /** The columns that stand in {@code plain}. */
  JsonNode columns() {
    return Reading.tree(plain);
  }

  /** The commitment in {@code plain}; empty in records from before there were any. */
  Optional<Hash> committed() {
    return Hash.find(columns().path("commitment").asString(""));
  }

  /**
   * The commitment that the fields make.
   *
   * @throws Unreadable if one of them has neither salt nor hash
   */
  Hash commitment() {
    List<Commitment.Part> parts = new ArrayList<>();
    for (Shown field : fields) {
      if (field.withheld().isPresent()) {
        parts.add(new Commitment.Part(field.path(), field.withheld().get()));
      } else if (field.value().isPresent() && field.salt().isPresent()) {
        parts.add(
            Commitment.part(
                field.path(), HexFormat.of().parseHex(field.salt().get()), field.value().get()));
      } else {
        throw new Unreadable("the field " + field.path() + " has neither a salt nor a hash");
      }
    }
    return Commitment.root(parts);
  }

  /** What is shown, put together again. */
  Content content() {
    return Content.of(fields);
  }
}
