package io.heyue.voice.models;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a file of a model comes from. */
public sealed interface Source {
  /** As a manifest writes it. */
  String id();

  /** The operator brought it. */
  record Supplied() implements Source {
    static final String ID = "supplied";

    @Override
    public String id() {
      return ID;
    }
  }

  /**
   * A package of npm's registry.
   *
   * @param name with its scope
   * @param version exactly
   * @param path within its tarball
   */
  record Packaged(String name, String version, String path) implements Source {
    @Override
    public String id() {
      return "npm:" + spec() + "#" + path;
    }

    /** As npm wants it: {@code NAME@VERSION}. */
    String spec() {
      return name + "@" + version;
    }
  }

  /** Of {@code supplied} or {@code npm:NAME@VERSION#PATH}. */
  static Optional<Source> find(String id) {
    if (id.equals(Supplied.ID)) {
      return Optional.of(new Supplied());
    }
    Matcher npm = Packages.ID.matcher(id);
    return npm.matches()
        ? Optional.of(new Packaged(npm.group(1), npm.group(2), npm.group(3)))
        : Optional.empty();
  }

  /** How a package is written; begins with no dash, which npm would take as an option. */
  final class Packages {
    private static final Pattern ID =
        Pattern.compile("npm:((?:@[\\w.-]+/)?\\w[\\w.-]*)@([^#\\s]+)#([^#\\s]+)");

    private Packages() {}
  }
}
