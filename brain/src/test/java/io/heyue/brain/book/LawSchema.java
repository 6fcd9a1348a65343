package io.heyue.brain.book;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema by which editors complete and check rule files. */
final class LawSchema {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REF = "#/$defs/";

  private final JsonNode root = read();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);

  /** What it has against a file; empty where it has nothing. */
  List<String> flaws(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    JsonNode rule = JSON.valueToTree(new Load(settings).loadFromString(yaml));
    return schema.validate(rule).stream().map(Object::toString).toList();
  }

  /** The forms that it knows. */
  Set<String> forms() {
    return words(root.path("properties").path("form"));
  }

  /** The words of each of its enumerations, by name. */
  Set<String> words(String name) {
    return words(definition(name));
  }

  /** The names of the enumerations in its definitions. */
  Set<String> enumerations() {
    return root.path("$defs").propertyNames().stream()
        .filter(name -> definition(name).has("enum"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  JsonNode root() {
    return root;
  }

  JsonNode applies() {
    return root.path("properties").path("applies");
  }

  JsonNode definition(String name) {
    return root.path("$defs").path(name);
  }

  /** What describes an example of a form: one definition, or one of several. */
  List<JsonNode> examples(String form) {
    JsonNode item =
        root.path("allOf")
            .valueStream()
            .filter(rule -> form.equals(rule.at("/if/properties/form/const").asString("")))
            .filter(rule -> !rule.at("/if/properties/values").has("properties"))
            .map(rule -> rule.at("/then/properties/permitted/items"))
            .filter(found -> !found.isMissingNode())
            .findFirst()
            .orElseThrow();
    return item.has("anyOf")
        ? item.path("anyOf").valueStream().map(this::followed).toList()
        : List.of(followed(item));
  }

  static Set<String> keys(JsonNode object) {
    return new TreeSet<>(object.path("properties").propertyNames());
  }

  /** The keys that must be there; of alternatives the first. */
  static Set<String> required(JsonNode object) {
    Set<String> required = words(object, "required");
    required.addAll(words(object.path("oneOf").path(0), "required"));
    return required;
  }

  private JsonNode followed(JsonNode reference) {
    return definition(reference.path("$ref").asString("").substring(REF.length()));
  }

  private static Set<String> words(JsonNode holder) {
    return words(holder, "enum");
  }

  private static Set<String> words(JsonNode holder, String key) {
    return holder
        .path(key)
        .valueStream()
        .map(word -> word.asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read() {
    try {
      return JSON.readTree(Files.readString(RealData.folder().resolve("law/schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
