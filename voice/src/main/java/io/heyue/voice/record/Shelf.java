package io.heyue.voice.record;

import io.heyue.core.base.Check;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of recordings: one folder for each day (of UTC) on which some began, in it {@code
 * ID.heyrec}, or {@code ID.part} while one is recorded and after a crash. What bears other names is
 * left alone. Thread-safe.
 */
public final class Shelf {
  private static final String FINISHED = ".heyrec";
  private static final String UNFINISHED = ".part";

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;

  /**
   * A file on the shelf, of which only the name is known.
   *
   * @param day on which it began, of UTC
   * @param finished false while it is recorded, and after a crash until it is settled
   */
  public record Shelved(RecordingId id, LocalDate day, Path file, boolean finished) {}

  private Shelf(Path folder) {
    this.folder = folder;
  }

  /** The shelf in a folder, which is made for its owner alone where it isn't there. */
  public static Shelf openOrMake(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      Files.createDirectories(absolute, OWNER_ONLY);
    }
    return new Shelf(absolute);
  }

  /** All recordings, the oldest day first. */
  public List<Shelved> list() throws IOException {
    List<Shelved> all = new ArrayList<>();
    for (LocalDate day : days()) {
      try (Stream<Path> files = Files.list(folder(day))) {
        files.sorted().flatMap(file -> shelved(day, file).stream()).forEach(all::add);
      }
    }
    return all;
  }

  /** The recording of that id. */
  public Optional<Shelved> find(RecordingId id) throws IOException {
    for (LocalDate day : days()) {
      for (String ending : List.of(FINISHED, UNFINISHED)) {
        Path file = folder(day).resolve(id + ending);
        if (Files.isRegularFile(file)) {
          return shelved(day, file);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Reads what a crash left unfinished, to be settled. Called before anything is recorded: what is
   * being recorded looks like it.
   */
  public List<Opened> unfinished(RecordingKeys keys) throws IOException {
    List<Opened> opened = new ArrayList<>();
    for (Shelved shelved : list()) {
      if (!shelved.finished()) {
        opened.add(Recording.open(shelved.file(), keys));
      }
    }
    return opened;
  }

  /** Puts an unfinished recording among the finished ones, as it is; says what the ledger keeps. */
  public RecordingSummary settle(Recording unfinished) throws IOException {
    Path file = unfinished.file();
    Check.that(
        file.startsWith(folder) && file.toString().endsWith(UNFINISHED),
        "file",
        file,
        "an unfinished one of shelf " + folder);
    return unfinished.summary(finish(file));
  }

  /**
   * Deletes recordings that are past their retention, counted from the end of the day on which they
   * began: also what is unfinished and couldn't be settled, since no call lasts that long. One that
   * can't be deleted holds up no other.
   *
   * @param retention above zero
   * @param needed whether one must be kept all the same, as for a dispute; what it throws ends the
   *     work, and that one stays
   * @return what was deleted
   * @throws IOException where the shelf can't be read, or one can't be deleted; after all others
   */
  public List<RecordingId> discard(
      Duration retention, InstantSource clock, Predicate<RecordingId> needed) throws IOException {
    Check.that(retention.isPositive(), "retention", retention, "above zero");
    Instant oldest = clock.instant().minus(retention);
    Instant unfinished = clock.instant().minus(Duration.ofDays(1));
    List<RecordingId> deleted = new ArrayList<>();
    IOException failure = null;
    for (Shelved shelved : list()) {
      Instant ended = shelved.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      boolean past = !ended.isAfter(oldest) && (shelved.finished() || !ended.isAfter(unfinished));
      if (past && !needed.test(shelved.id())) {
        try {
          Files.delete(shelved.file());
          deleted.add(shelved.id());
          clear(folder(shelved.day()));
        } catch (IOException e) {
          failure = e;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return deleted;
  }

  /** Where a recording that begins is written. */
  Path place(RecordingId id, Instant begun) throws IOException {
    Path day = folder(begun.atZone(ZoneOffset.UTC).toLocalDate());
    if (!Files.isDirectory(day)) {
      Files.createDirectories(day, OWNER_ONLY);
      force(folder);
    }
    if (Files.exists(day.resolve(id + FINISHED))) {
      throw new IOException(
          "Recording " + id + " is in " + day + " already. Maybe a call was recorded twice.");
    }
    return day.resolve(id + UNFINISHED);
  }

  /**
   * Gives a file its last name.
   *
   * @return from the shelf's folder on, with slashes
   */
  String finish(Path unfinished) throws IOException {
    String name = unfinished.getFileName().toString();
    Path finished =
        unfinished.resolveSibling(
            name.substring(0, name.length() - UNFINISHED.length()) + FINISHED);
    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    Path day = finished.resolveSibling(".").normalize();
    force(day);
    return day.getFileName() + "/" + finished.getFileName();
  }

  /** Waits until the disk has the names in a folder. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void clear(Path day) throws IOException {
    try {
      Files.deleteIfExists(day);
    } catch (DirectoryNotEmptyException e) {
      // Then others are in it.
    }
  }

  private Path folder(LocalDate day) {
    return folder.resolve(day.toString());
  }

  private List<LocalDate> days() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .flatMap(entry -> day(entry).stream())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static Optional<LocalDate> day(Path entry) {
    String name = String.valueOf(entry.getFileName());
    try {
      LocalDate day = LocalDate.parse(name);
      return day.toString().equals(name) ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Shelved> shelved(LocalDate day, Path file) {
    String name = String.valueOf(file.getFileName());
    boolean finished = name.endsWith(FINISHED);
    if (!finished && !name.endsWith(UNFINISHED)) {
      return Optional.empty();
    }
    return RecordingId.find(name.substring(0, name.lastIndexOf('.')))
        .map(id -> new Shelved(id, day, file, finished));
  }
}
