package io.heyue.app.access;

/** The table of roles and routes as it stands in the documents. */
public final class RightsTable {
  private RightsTable() {}

  /** In Markdown: a row for each route, a column for each role. */
  public static String markdown() {
    StringBuilder table = new StringBuilder("| route | what for |");
    for (Role role : Role.values()) {
      table.append(' ').append(role.id()).append(" |");
    }
    table.append("\n|---|---|").append(":-:|".repeat(Role.values().length)).append('\n');
    for (Route route : Route.all()) {
      table.append("| `%s %s` | %s |".formatted(route.method(), route.path(), route.purpose()));
      for (Role role : Role.values()) {
        table.append(role.may(route.right()) ? " ✓ |" : "  |");
      }
      table.append('\n');
    }
    return table.toString();
  }
}
