package io.heyue.brain.book;

import io.heyue.core.law.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of law with the files that they stand in. Immutable and thread-safe.
 *
 * @param rules all of them
 * @param files the file of each rule, by the rule's id and version, as {@code CN-GBT-01@1}
 * @param texts what the files say, by their names
 */
public record LawBook(RuleBook rules, Map<String, String> files, Map<String, String> texts) {
  public LawBook {
    files = Map.copyOf(files);
    texts = Map.copyOf(texts);
  }

  /**
   * Reads {@code <law>/places.yaml}, which may be missing, and {@code <law>/<place>/*.yaml}, one
   * rule a file. Blocks while it reads.
   *
   * @throws BookFault naming everything that is wrong in them
   */
  public static LawBook read(Path law) {
    Flaws flaws = new Flaws();
    LawBook book = read(law, flaws, new TreeMap<>());
    flaws.check();
    return book;
  }

  static LawBook read(Path law, Flaws flaws, Map<String, String> hashes) {
    Map<String, String> lawHashes = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    LawReader reader = reader(law, flaws, lawHashes, texts);
    hashes.putAll(lawHashes);
    Map<String, String> files = new TreeMap<>();
    List<LawReader.Ruling> rulings = reader.rulings();
    rulings.forEach(ruling -> files.put(ruling.rule().id().toString(), ruling.file()));
    return new LawBook(
        new RuleBook(
            Hash.of(lawHashes),
            rulings.stream().map(LawReader.Ruling::rule).toList(),
            reader.places()),
        files,
        texts);
  }

  /** The rules with their examples. */
  static List<LawReader.Ruling> rulings(Path law) {
    Flaws flaws = new Flaws();
    LawReader reader = reader(law, flaws, new TreeMap<>(), new TreeMap<>());
    flaws.check();
    return reader.rulings();
  }

  private static LawReader reader(
      Path law, Flaws flaws, Map<String, String> hashes, Map<String, String> texts) {
    Path whole = law.toAbsolutePath().normalize();
    Path data = Objects.requireNonNullElse(whole.getParent(), whole);
    PlacesReader places = new PlacesReader();
    Path placesFile = law.resolve("places.yaml");
    if (Files.exists(placesFile)) {
      places.read(open(data, placesFile, flaws, hashes, texts));
    }
    LawReader reader = new LawReader(places.places());
    for (Path place : Folders.folders(data, law, flaws)) {
      Folders.files(data, place, flaws)
          .forEach(file -> reader.read(open(data, file, flaws, hashes, texts)));
    }
    return reader;
  }

  private static Source open(
      Path data, Path file, Flaws flaws, Map<String, String> hashes, Map<String, String> texts) {
    Source source = Source.read(data, file, flaws);
    hashes.put(source.name(), source.hash());
    texts.put(source.name(), source.shown());
    return source;
  }

  /** The file of a rule, as people find it from the data folder on. */
  public Optional<String> file(String ruleAndVersion) {
    return Optional.ofNullable(files.get(ruleAndVersion));
  }
}
