package io.heyue.app.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Says in one or two lines what of a command line can't be understood, and what was meant. */
final class Misspelt {
  private static final int FAR = 3;

  private Misspelt() {}

  /** Handles what picocli can't parse. */
  static int explain(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    String verb = line.getCommandSpec().qualifiedName(" ");
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      boolean option = word.startsWith("-");
      err.print(verb + " knows no " + (option ? "option" : "word") + " '" + word + "'.");
      nearest(word, candidates(line, option))
          .ifPresent(near -> err.print(" Did you mean '" + near + "'?"));
    } else {
      err.print(String.valueOf(failure.getMessage()).strip() + ".");
    }
    err.println(" './" + verb + " --help' says more.");
    err.flush();
    return CommandLineDoor.MISUNDERSTOOD;
  }

  private static List<String> candidates(CommandLine line, boolean option) {
    Stream<String> names =
        option
            ? line.getCommandSpec().options().stream().flatMap(each -> Stream.of(each.names()))
            : line.getSubcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey);
    return names.sorted().toList();
  }

  /** The candidate that is least far from {@code word}, if one is near. */
  static Optional<String> nearest(String word, List<String> candidates) {
    String bare = word.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> distance(bare, candidate) < Math.min(FAR, candidate.length()))
        .min(Comparator.comparingInt(candidate -> distance(bare, candidate)));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int kept = row[j];
        int change = before + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, change);
        before = kept;
      }
    }
    return row[b.length()];
  }
}
