package io.heyue.brain.book;

import io.heyue.core.law.RuleBook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final String PLACES = "places.yaml";

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

  /**
   * The rules in files that were kept, as {@link #texts} gave them; their version is the same
   * again.
   *
   * @throws BookFault naming everything that is wrong in them
   */
  public static LawBook of(Map<String, String> texts) {
    Flaws flaws = new Flaws();
    List<Source> sources = new ArrayList<>();
    new TreeMap<>(texts).forEach((name, text) -> sources.add(Source.of(name, text, flaws)));
    LawBook book = book(sources);
    flaws.check();
    return book;
  }

  static LawBook read(Path law, Flaws flaws, Map<String, String> hashes) {
    LawBook book = book(sources(law, flaws));
    hashes.putAll(hashes(book.texts()));
    return book;
  }

  /** The rules with their examples. */
  static List<LawReader.Ruling> rulings(Path law) {
    Flaws flaws = new Flaws();
    List<LawReader.Ruling> rulings = reader(sources(law, flaws)).rulings();
    flaws.check();
    return rulings;
  }

  private static LawBook book(List<Source> sources) {
    LawReader reader = reader(sources);
    Map<String, String> texts = new TreeMap<>();
    sources.forEach(source -> texts.put(source.name(), source.shown()));
    Map<String, String> files = new TreeMap<>();
    List<LawReader.Ruling> rulings = reader.rulings();
    rulings.forEach(ruling -> files.put(ruling.rule().id().toString(), ruling.file()));
    return new LawBook(
        new RuleBook(
            Hash.of(hashes(texts)),
            rulings.stream().map(LawReader.Ruling::rule).toList(),
            reader.places()),
        files,
        texts);
  }

  private static Map<String, String> hashes(Map<String, String> texts) {
    Map<String, String> hashes = new TreeMap<>();
    texts.forEach((name, text) -> hashes.put(name, Hash.of(text.getBytes(StandardCharsets.UTF_8))));
    return hashes;
  }

  /** The places come first: what a rule's examples mean hangs on them. */
  private static LawReader reader(List<Source> sources) {
    PlacesReader places = new PlacesReader();
    sources.stream().filter(LawBook::ofPlaces).forEach(places::read);
    LawReader reader = new LawReader(places.places());
    sources.stream().filter(source -> !ofPlaces(source)).forEach(reader::read);
    return reader;
  }

  private static boolean ofPlaces(Source source) {
    return source.name().endsWith("/" + PLACES);
  }

  private static List<Source> sources(Path law, Flaws flaws) {
    Path whole = law.toAbsolutePath().normalize();
    Path data = Objects.requireNonNullElse(whole.getParent(), whole);
    List<Source> sources = new ArrayList<>();
    Path places = law.resolve(PLACES);
    if (Files.exists(places)) {
      sources.add(Source.read(data, places, flaws));
    }
    for (Path place : Folders.folders(data, law, flaws)) {
      Folders.files(data, place, flaws)
          .forEach(file -> sources.add(Source.read(data, file, flaws)));
    }
    return sources;
  }

  /** The file of a rule, as people find it from the data folder on. */
  public Optional<String> file(String ruleAndVersion) {
    return Optional.ofNullable(files.get(ruleAndVersion));
  }
}
