package io.heyue.app.cli;

import io.heyue.app.access.Role;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Roles as they are named on the command line. */
final class Roles {
  private Roles() {}

  /**
   * The role of that name.
   *
   * @throws Misused naming those that there are
   */
  static Role meant(String name) {
    return Role.find(name)
        .orElseThrow(() ->
            new Misused(
                "There is no role '"
                    + name
                    + "'. Known are "
                    + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))
                    + "."));
  }
}
