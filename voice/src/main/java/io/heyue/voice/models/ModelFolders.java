package io.heyue.voice.models;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The speech models of this machine, each in a folder of its own, named by its id: under the folder
 * that {@code HEYUE_MODELS} names if it is set, and under {@code models} of the data folder. What
 * we know is listed with its hashes; what the operator brought has a manifest ({@link Manifest}).
 * Thread-safe, as far as nobody else changes the folders.
 */
public final class ModelFolders {
  private static final List<String> KNOWN = List.of("moonshine-tiny-en", "asr-zh-tdt_sc_8k");

  private final List<Path> folders;
  private final Map<String, Model> known;
  private final Fetching fetching;

  /**
   * A model and where it is.
   *
   * @param folder empty where it isn't there
   */
  public record Found(Model model, Optional<Path> folder) {}

  ModelFolders(List<Path> folders, List<Model> known, Npm npm) {
    Check.that(!folders.isEmpty(), "folders", folders.size(), "one or more");
    this.folders = folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    this.known = new LinkedHashMap<>();
    known.forEach(model -> this.known.put(model.id(), model));
    this.fetching = new Fetching(npm);
  }

  /**
   * Those that the environment says.
   *
   * @param userHome the user's own folder, where the data folder lies if nothing else is said
   */
  public static ModelFolders of(Map<String, String> environment, Path userHome) {
    List<Path> folders = new ArrayList<>();
    named(environment, "HEYUE_MODELS").ifPresent(folders::add);
    Path data = named(environment, "HEYUE_HOME").orElse(userHome.resolve(".heyue").resolve("data"));
    folders.add(data.resolve("models"));
    return new ModelFolders(folders, known(), new Npm("npm"));
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  /** What we know by ourselves. */
  static List<Model> known() {
    return KNOWN.stream().map(ModelFolders::known).toList();
  }

  private static Model known(String id) {
    String resource = id + ".tsv";
    try (InputStream in = ModelFolders.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ModelFailure(resource + " is missing. Maybe the build left its resources out.");
      }
      return Manifest.read(in, resource);
    } catch (IOException e) {
      throw new ModelFailure(resource + " can't be read.", e);
    }
  }

  /** Where models are looked for; the first that has one counts. */
  public List<Path> folders() {
    return folders;
  }

  /** What we know and what is there, by id. */
  public List<Found> list() {
    Map<String, Found> all = new TreeMap<>();
    known.values().forEach(model -> all.put(model.id(), new Found(model, folder(model.id()))));
    for (Path folder : folders) {
      for (Path each : inside(folder)) {
        if (Files.isRegularFile(each.resolve(Manifest.FILE))) {
          all.computeIfAbsent(Trees.name(each), id -> new Found(described(id, each), folder(id)));
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !Trees.name(each).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelFailure("Folder " + folder + " can't be read.", e);
    }
  }

  private static Model described(String id, Path folder) {
    Path file = folder.resolve(Manifest.FILE);
    try (InputStream in = Files.newInputStream(file)) {
      Model model = Manifest.read(in, file.toString());
      if (!model.id().equals(id)) {
        throw new ModelFailure(
            file + " is of model " + model.id() + ". Maybe its folder was renamed.");
      }
      return model;
    } catch (IOException e) {
      throw new ModelFailure(file + " can't be read.", e);
    }
  }

  private Optional<Path> folder(String id) {
    return folders.stream().map(each -> each.resolve(id)).filter(Files::isDirectory).findFirst();
  }

  private Optional<Model> model(String id) {
    return list().stream().map(Found::model).filter(model -> model.id().equals(id)).findFirst();
  }

  /** The folder of a model whose files are all there and right; takes some seconds a gigabyte. */
  public Optional<Path> find(String id) {
    return folder(id).filter(there -> model(id).isPresent() && verify(id).isEmpty());
  }

  /**
   * The folder of a model.
   *
   * @throws ModelFailure where it is unknown, not there, or not what it must be
   */
  public Path get(String id) {
    List<Fault> faults = verify(id);
    Path folder = folder(id).orElseThrow(() -> missing(id));
    if (!faults.isEmpty()) {
      throw new ModelFailure(
          "Model %s in %s is damaged: %s%s. Maybe: ./heyue models add %s."
              .formatted(
                  id,
                  folder,
                  faults.getFirst(),
                  faults.size() > 1 ? ", and " + (faults.size() - 1) + " more" : "",
                  model(id).filter(Model::fetchable).map(Model::id).orElse("FOLDER")));
    }
    return folder;
  }

  /**
   * Computes all hashes anew.
   *
   * @return what is wrong with it
   * @throws ModelFailure where it is unknown or not there at all
   */
  public List<Fault> verify(String id) {
    Model model = model(id).orElseThrow(() -> unknown(id));
    Path folder = folder(id).orElseThrow(() -> missing(id));
    List<Fault> faults = new ArrayList<>();
    for (ModelFile file : model.files()) {
      fault(file, folder.resolve(file.name())).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> fault(ModelFile wanted, Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.of(new Fault(wanted.name(), "is missing"));
    }
    try {
      if (Files.size(file) != wanted.bytes()) {
        return Optional.of(
            new Fault(
                wanted.name(),
                "has " + Files.size(file) + " bytes; it must have " + wanted.bytes()));
      }
      String hash = Hash.of(file);
      return hash.equals(wanted.sha256())
          ? Optional.empty()
          : Optional.of(
              new Fault(wanted.name(), "has SHA-256 " + hash + "; it must be " + wanted.sha256()));
    } catch (IOException e) {
      return Optional.of(new Fault(wanted.name(), "can't be read: " + e.getMessage()));
    }
  }

  private ModelFailure unknown(String id) {
    return new ModelFailure(
        "There is no model '%s'. Maybe one of: %s."
            .formatted(
                id, String.join(", ", list().stream().map(each -> each.model().id()).toList())));
  }

  private ModelFailure missing(String id) {
    boolean fetchable = model(id).map(Model::fetchable).orElse(false);
    return new ModelFailure(
        "Model %s is not in %s. Maybe: %s."
            .formatted(
                id,
                String.join(" nor in ", folders.stream().map(Path::toString).toList()),
                fetchable
                    ? "./heyue models add " + id
                    : "get it, and ./heyue models add FOLDER, or name its parent by HEYUE_MODELS"));
  }

  /**
   * Fetches a model that we know, unless it is there and right.
   *
   * @return its folder
   * @throws ModelFailure where it can't be fetched or isn't what it must be; nothing is added then
   */
  public Path add(String id) {
    Model model = Optional.ofNullable(known.get(id)).orElseThrow(() -> unknown(id));
    Optional<Path> there = find(id);
    if (there.isPresent()) {
      return there.get();
    }
    if (!model.fetchable()) {
      throw missing(id);
    }
    return put(model, staging -> fetching.fetch(model, staging));
  }

  /**
   * Takes in a model that the operator brings: its files are copied, and their hashes written down.
   * One that we know is held against the hashes that we know, and is what we know it to be,
   * whatever else is said of it.
   *
   * @param folder where its files lie now
   * @param id how it will be called
   * @return its folder
   * @throws ModelFailure where one of that name is there already, it isn't the one that we know
   *     under this name, or it can't be read or written
   */
  public Path add(Path folder, String id, ModelKind kind, Optional<Lang> lang, String licence) {
    Model ours = known.get(id);
    if (ours != null) {
      return add(folder, ours);
    }
    if (folder(id).isPresent()) {
      throw new ModelFailure(
          "Model %s is there already: %s. Maybe remove that folder first."
              .formatted(id, folder(id).get()));
    }
    try {
      List<ModelFile> files = new ArrayList<>();
      for (Path file : Trees.files(folder)) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.add(new ModelFile(name, Files.size(file), Hash.of(file), new Source.Supplied()));
      }
      Model model = new Model(id, kind, lang, licence, files);
      return put(model, staging -> copy(model, folder, staging));
    } catch (IOException e) {
      throw new ModelFailure("Folder " + folder + " can't be read: " + e.getMessage() + ".", e);
    } catch (IllegalArgumentException e) {
      throw new ModelFailure(
          "Folder " + folder + " can't be added: " + e.getMessage() + " Maybe: --id NAME.", e);
    }
  }

  private Path add(Path folder, Model ours) {
    Optional<Path> there = find(ours.id());
    if (there.isPresent()) {
      return there.get();
    }
    for (ModelFile file : ours.files()) {
      fault(file, folder.resolve(file.name()))
          .ifPresent(fault -> {
            throw new ModelFailure(
                "Folder %s doesn't hold model %s as we know it: %s. Nothing was added. Maybe give yours another name: --id NAME."
                    .formatted(folder, ours.id(), fault));
          });
    }
    return put(ours, staging -> copy(ours, folder, staging));
  }

  private static void copy(Model model, Path from, Path to) throws IOException {
    for (ModelFile file : model.files()) {
      Path target = to.resolve(file.name());
      Files.createDirectories(target.resolve("..").normalize());
      Files.copy(from.resolve(file.name()), target);
      Optional<Fault> fault = fault(file, target);
      if (fault.isPresent()) {
        throw new ModelFailure("While it was copied, " + fault.get() + ". Nothing was added.");
      }
    }
  }

  /** Something that fills a folder. */
  private interface Filling {
    void fill(Path staging) throws IOException;
  }

  /** Fills a folder beside its place and moves it there, so that a model is there whole or not. */
  private Path put(Model model, Filling filling) {
    Path parent = writable();
    Path target = parent.resolve(model.id());
    try {
      Path staging = Files.createTempDirectory(parent, "." + model.id());
      try {
        filling.fill(staging);
        Files.writeString(staging.resolve(Manifest.FILE), Manifest.text(model));
        Trees.readable(staging);
        if (Files.exists(target)) {
          Path old = Files.createTempDirectory(parent, "." + model.id());
          Files.move(target, old.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
          Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
          Trees.delete(old);
        } else {
          Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        Trees.delete(staging);
      }
      return target;
    } catch (IOException e) {
      throw new ModelFailure(
          "Model %s can't be written into %s: %s."
              .formatted(model.id(), parent, String.valueOf(e.getMessage())),
          e);
    }
  }

  private Path writable() {
    for (Path folder : folders) {
      try {
        // The data folder may be made here: as an installation makes it, nobody else lists it.
        Files.createDirectories(folder, Trees.mode(folder, "rwx--x--x"));
      } catch (IOException e) {
        continue;
      }
      if (Files.isWritable(folder)) {
        return folder;
      }
    }
    throw new ModelFailure(
        "No folder for models can be written to: %s. Maybe HEYUE_MODELS should name another."
            .formatted(String.join(", ", folders.stream().map(Path::toString).toList())));
  }
}
