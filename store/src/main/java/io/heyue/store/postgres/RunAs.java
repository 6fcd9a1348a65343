package io.heyue.store.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, so root runs them as a
 * system user where that user can reach the folders, else in a user namespace of its own, in which
 * root has no name and no rights.
 *
 * @param prefix words put before each command
 * @param owner the user who must own the server's files; empty if that is the one who runs us
 */
record RunAs(List<String> prefix, String owner) {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final List<String> SYSTEM_USERS = List.of("heyue", "postgres", "nobody");
  private static final RunAs NAMESPACE = new RunAs(List.of("unshare", "-U"), "");

  /**
   * Chooses how to run programs out of {@code binaries} over {@code cluster} (which may not exist
   * yet) in {@code folder}.
   */
  static RunAs choose(Path folder, Path cluster, Path binaries) {
    if (new UnixSystem().getUid() != 0) {
      return new RunAs(List.of(), "");
    }
    List<String> candidates = Files.exists(cluster) ? List.of(ownerOf(cluster)) : SYSTEM_USERS;
    for (String user : candidates) {
      if (user.equals("root")) {
        break;
      }
      Command group = Command.run(LIMIT, List.of("id", "-g", user));
      if (group.succeeded()) {
        RunAs runAs = systemUser(user, group.output().strip());
        if (runAs.canReach(folder, binaries)) {
          return runAs;
        }
      }
    }
    if (Command.run(LIMIT, NAMESPACE.words("true")).succeeded()) {
      return NAMESPACE;
    }
    throw new PostgresFailure(
        "PostgreSQL can't run as root, none of the users "
            + candidates
            + " can reach "
            + folder
            + ", and 'unshare -U' is not allowed here. Maybe put the data folder where others may"
            + " pass (not under /root), or run as a normal user.");
  }

  List<String> words(String... command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    return words;
  }

  private static RunAs systemUser(String user, String group) {
    return new RunAs(
        List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"), user);
  }

  private boolean canReach(Path folder, Path binaries) {
    String initdb = binaries.resolve("bin/initdb").toString();
    return Command.run(LIMIT, words("test", "-x", initdb, "-a", "-x", folder.toString()))
        .succeeded();
  }

  private static String ownerOf(Path cluster) {
    try {
      return Files.getOwner(cluster).getName();
    } catch (IOException e) {
      throw new PostgresFailure("Can't see who owns " + cluster + ".", e);
    }
  }
}
