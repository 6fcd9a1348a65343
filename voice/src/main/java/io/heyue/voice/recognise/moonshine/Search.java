package io.heyue.voice.recognise.moonshine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds words: the likeliest token each time, and other ways to write the same where the second
 * token came close. Pure but for the network.
 */
final class Search {
  /** Tokens a second of speech; faster speech was hardly in what the model learned from. */
  private static final double TOKENS = 6.5;

  /** Tokens beside, for the signs of short utterances: "$1,250.50" alone is nine. */
  private static final int BESIDE = 8;

  /** Saying the same again, so many tokens in all are a loop: nobody says ten times "no". */
  private static final int LOOP = 10;

  private static final int LONGEST_LOOP = 12;

  /** A second token is no way to go where it is less likely than the first by e to the fourth. */
  private static final double CLOSE = 4;

  private Search() {}

  /** The most tokens that audio may hold. */
  static int most(int samples) {
    return (int) Math.ceil(TOKENS * samples / MoonshineModel.RATE) + BESIDE;
  }

  /**
   * The likeliest token each time. The first is never the end: that is likely after each pause at
   * the beginning, and who asks has heard something.
   */
  static Attempt best(Sounds sounds, int most) {
    try (Writing writing = sounds.write()) {
      Choice choice = writing.begin(List.of(Tokens.START)).getLast();
      boolean empty = choice.first() == Tokens.END;
      return goOn(writing, empty ? choice.turned() : choice, List.of(), List.of(), most);
    }
  }

  /**
   * Another way to write it: the second token at one place, and then the likeliest.
   *
   * @param place index in {@code best.choices()}
   */
  static Attempt other(Sounds sounds, Attempt best, int place, int most) {
    List<Integer> tokens = new ArrayList<>(best.tokens().subList(0, place));
    List<Choice> choices = new ArrayList<>(best.choices().subList(0, place + 1));
    List<Double> logs = new ArrayList<>(best.logs().subList(0, place));
    Choice there = best.choices().get(place);
    logs.add(there.secondLog());
    if (there.second() == Tokens.END) {
      return new Attempt(tokens, choices, logs, false);
    }
    tokens.add(there.second());
    List<Integer> given = new ArrayList<>(List.of(Tokens.START));
    given.addAll(tokens);
    try (Writing writing = sounds.write()) {
      Choice choice = writing.begin(given).getLast();
      Attempt rest = goOn(writing, choice, tokens, logs, most);
      choices.addAll(rest.choices());
      return new Attempt(rest.tokens(), choices, rest.logs(), rest.looped());
    }
  }

  private static Attempt goOn(
      Writing writing, Choice next, List<Integer> before, List<Double> beforeLogs, int most) {
    List<Integer> tokens = new ArrayList<>(before);
    List<Double> logs = new ArrayList<>(beforeLogs);
    List<Choice> choices = new ArrayList<>();
    Choice choice = next;
    while (true) {
      choices.add(choice);
      logs.add(choice.firstLog());
      if (choice.first() == Tokens.END) {
        return new Attempt(tokens, choices, logs, false);
      }
      tokens.add(choice.first());
      Optional<Integer> loop = loop(tokens);
      if (loop.isPresent()) {
        int kept = loop.get();
        return new Attempt(tokens.subList(0, kept), choices, logs.subList(0, kept), true);
      }
      if (tokens.size() >= most) {
        return new Attempt(tokens, choices, logs, true);
      }
      choice = writing.next(choice.first());
    }
  }

  /** How many tokens are left where the end says the same again and again: it is said once. */
  static Optional<Integer> loop(List<Integer> tokens) {
    int size = tokens.size();
    for (int length = 1; length <= LONGEST_LOOP; length++) {
      int times = Math.max(3, (LOOP + length - 1) / length);
      if (size < length * times) {
        continue;
      }
      List<Integer> once = tokens.subList(size - length, size);
      int period = length;
      boolean same =
          IntStream.range(1, times)
              .allMatch(time ->
                  tokens
                      .subList(size - (time + 1) * period, size - time * period)
                      .equals(once));
      if (same) {
        return Optional.of(size - length * (times - 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Places where another token came close that says something else, the closest first; one at least
   * if there is any.
   *
   * @param same whether two tokens say the same, but for marks and capitals
   */
  static List<Integer> doubtful(Attempt best, BiPredicate<Integer, Integer> same) {
    List<Choice> choices = best.choices();
    List<Integer> places =
        IntStream.range(0, best.looped() ? best.tokens().size() : choices.size())
            .filter(at -> !same.test(choices.get(at).first(), choices.get(at).second()))
            .filter(at -> at > 0 || choices.get(at).second() != Tokens.END)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer at) -> choices.get(at).lead()))
            .toList();
    return IntStream.range(0, places.size())
        .filter(at -> at == 0 || choices.get(places.get(at)).lead() < CLOSE)
        .mapToObj(places::get)
        .toList();
  }
}
