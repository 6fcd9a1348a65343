package io.heyue.brain.model;

import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The versions of models that an installation trained for itself, and which of them are used. Each
 * has a folder {@code SKILL-LANG/VERSION} with the adapter, the model that is made of it and what
 * training said; which are used stands in {@code SKILL-LANG/standing}. Where none is, the one that
 * the build made is. Thread-safe, also against other processes.
 *
 * @param folder of all skills and languages
 */
public record Registry(Path folder) {
  private static final String STANDING = "standing";
  private static final String PROMOTED = "promoted";
  private static final String SHADOW = "shadow";

  /** Locks on files tell processes apart, not threads of one. */
  private static final Map<Path, Lock> LOCKS = new ConcurrentHashMap<>();

  /** So many digits of the model's hash tell one from another. */
  private static final int DIGITS = 12;

  /**
   * Which versions are used.
   *
   * @param promoted the last is used, those before it were; empty where the built one is
   * @param shadow what reads beside it, its answers only counted
   */
  public record Standing(List<String> promoted, Optional<String> shadow) {
    private static final Standing BUILT = new Standing(List.of(), Optional.empty());

    public Standing {
      promoted = List.copyOf(promoted);
    }

    /** What is used; empty where the built one is. */
    public Optional<String> used() {
      return promoted.isEmpty() ? Optional.empty() : Optional.of(promoted.getLast());
    }
  }

  /** Puts what belongs to a version into its folder. */
  @FunctionalInterface
  public interface Papers {
    void write(Path folder) throws IOException;
  }

  /** That of a data folder. */
  public static Registry in(Path home) {
    return new Registry(home.resolve("models"));
  }

  /** The name of a model: the head of its hash, as answers name it too. */
  public static String version(byte[] model) {
    return new Sha256().add(model).hex().substring(0, DIGITS);
  }

  /**
   * Keeps a model and gives its version. The same model is kept once.
   *
   * @param model made of {@code adapter}
   */
  public String add(Skill skill, Lang lang, Adapter adapter, byte[] model) throws IOException {
    return add(skill, lang, adapter, model, _ -> {});
  }

  /**
   * The same with {@code papers}, which are there before anybody sees the version.
   *
   * @param model made of {@code adapter}
   */
  public String add(Skill skill, Lang lang, Adapter adapter, byte[] model, Papers papers)
      throws IOException {
    String version = version(model);
    Path at = Files.createDirectories(of(skill, lang, version));
    adapter.write(skill.adapterIn(at, lang));
    papers.write(at);
    force(at);
    // What has a model is a version: it comes last.
    replace(skill.model(at, lang), model);
    return version;
  }

  /** Has the disk keep what is in a folder. */
  private static void force(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  /** Whoever reads meanwhile finds the old or the new, and so does who reads after a power cut. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path beside =
        Files.createTempFile(
            Objects.requireNonNull(file.getParent()), String.valueOf(file.getFileName()), ".part");
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          var _ = channel.write(left);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** The folder of a version, whether it is there or not. */
  public Path of(Skill skill, Lang lang, String version) {
    return shelf(skill, lang).resolve(version);
  }

  private Path shelf(Skill skill, Lang lang) {
    return folder.resolve(skill.of(lang));
  }

  /** All versions that are whole, the oldest first. */
  public List<String> list(Skill skill, Lang lang) {
    Path shelf = shelf(skill, lang);
    if (!Files.isDirectory(shelf)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(shelf)) {
      return folders
          .filter(each -> Files.isRegularFile(skill.model(each, lang)))
          .sorted(
              Comparator.comparingLong((Path each) -> made(skill.model(each, lang)))
                  .thenComparing(Comparator.naturalOrder()))
          .map(each -> String.valueOf(each.getFileName()))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static long made(Path model) {
    try {
      return Files.getLastModifiedTime(model).toMillis();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * Which versions are used.
   *
   * @throws IllegalArgumentException where what says so is damaged
   */
  public Standing standing(Skill skill, Lang lang) {
    Path file = shelf(skill, lang).resolve(STANDING);
    if (!Files.isRegularFile(file)) {
      return Standing.BUILT;
    }
    Properties read = new Properties();
    try {
      read.load(new StringReader(Files.readString(file)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    String promoted = read.getProperty(PROMOTED);
    if (promoted == null) {
      throw new IllegalArgumentException(
          file
              + " doesn't say what was promoted: it is damaged. Maybe write '"
              + PROMOTED
              + "=VERSION' into it, or delete it, to use what the build made.");
    }
    return new Standing(
        Stream.of(promoted.split(" ", -1)).filter(each -> !each.isEmpty()).toList(),
        Optional.ofNullable(read.getProperty(SHADOW)).filter(each -> !each.isEmpty()));
  }

  /**
   * The folder that holds what is used.
   *
   * @param built the folder that the build wrote models to
   * @throws IllegalArgumentException where the version that was promoted is gone
   */
  public Path used(Skill skill, Lang lang, Path built) {
    Optional<String> version = standing(skill, lang).used();
    if (version.isPresent() && !list(skill, lang).contains(version.get())) {
      throw new IllegalArgumentException(
          "Version "
              + version.get()
              + " of "
              + skill.of(lang)
              + " was promoted and is not in "
              + shelf(skill, lang)
              + ". Maybe ./heyue models rollback --lang "
              + lang.code()
              + ".");
    }
    return version.map(each -> of(skill, lang, each)).orElse(built);
  }

  /** From the next start on this version is used; where it is in the shadow it leaves it. */
  public Standing promote(Skill skill, Lang lang, String version) {
    check(skill, lang, version);
    return change(
        skill,
        lang,
        before -> {
          List<String> promoted = new ArrayList<>(before.promoted());
          if (!before.used().equals(Optional.of(version))) {
            promoted.add(version);
          }
          return new Standing(promoted, before.shadow().filter(each -> !each.equals(version)));
        });
  }

  /**
   * From the next start on what was used before is used again, at last the one that the build made.
   *
   * @throws IllegalArgumentException where none was promoted
   */
  public Standing rollback(Skill skill, Lang lang) {
    return change(skill, lang, before -> back(skill, lang, before));
  }

  /**
   * What {@link #rollback} would leave; changes nothing.
   *
   * @throws IllegalArgumentException where none was promoted
   */
  public Standing afterRollback(Skill skill, Lang lang) {
    return back(skill, lang, standing(skill, lang));
  }

  private Standing back(Skill skill, Lang lang, Standing before) {
    if (before.promoted().isEmpty()) {
      throw new IllegalArgumentException(
          "No version of " + skill.of(lang) + " was promoted; the built one is used.");
    }
    List<String> rest = new ArrayList<>(before.promoted());
    rest.removeLast();
    // What was thrown away since can't be gone back to.
    while (!rest.isEmpty() && !list(skill, lang).contains(rest.getLast())) {
      rest.removeLast();
    }
    return new Standing(rest, before.shadow());
  }

  /** From the next start on this version reads beside the one that is used. */
  public Standing shadow(Skill skill, Lang lang, Optional<String> version) {
    version.ifPresent(each -> check(skill, lang, each));
    return change(skill, lang, before -> new Standing(before.promoted(), version));
  }

  private void check(Skill skill, Lang lang, String version) {
    if (!list(skill, lang).contains(version)) {
      throw new IllegalArgumentException(
          "There is no version '"
              + version
              + "' of "
              + skill.of(lang)
              + ". Maybe one of "
              + list(skill, lang)
              + ".");
    }
  }

  private Standing change(Skill skill, Lang lang, UnaryOperator<Standing> step) {
    Path shelf = shelf(skill, lang);
    Lock lock = LOCKS.computeIfAbsent(shelf.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    lock.lock();
    try {
      Files.createDirectories(shelf);
      Path guard = shelf.resolve(STANDING + ".lock");
      try (FileChannel channel =
              FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        Standing after = step.apply(standing(skill, lang));
        String text =
            PROMOTED
                + '='
                + String.join(" ", after.promoted())
                + '\n'
                + SHADOW
                + '='
                + after.shadow().orElse("")
                + '\n';
        replace(shelf.resolve(STANDING), text.getBytes(StandardCharsets.UTF_8));
        return after;
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } finally {
      lock.unlock();
    }
  }
}
