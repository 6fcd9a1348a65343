package io.heyue.voice.recognise.moonshine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  /** So many tokens that are the same again mean that the rest will be. */
  private static final int SAME = 3;

  /** Tokens that another way may be shorter or longer by. */
  private static final int SHIFT = 3;

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
      Choice choice = writing.begin(List.of(Tokens.START));
      boolean empty = choice.first() == Tokens.END;
      return goOn(writing, empty ? choice.turned() : choice, new Begun(most));
    }
  }

  /**
   * Another way to write it: the second token at one place, and then the likeliest. Where it comes
   * back to what was written before, the rest is taken from there.
   *
   * @param place index in {@code best.choices()}
   */
  static Attempt other(Sounds sounds, Attempt best, int place, int most) {
    Begun begun = new Begun(most);
    begun.tokens.addAll(best.tokens().subList(0, place));
    begun.choices.addAll(best.choices().subList(0, place));
    begun.logs.addAll(best.logs().subList(0, place));
    Choice turned = best.choices().get(place).turned();
    begun.choices.add(turned);
    begun.logs.add(turned.firstLog());
    if (turned.first() == Tokens.END) {
      return begun.over(false);
    }
    begun.tokens.add(turned.first());
    List<Integer> given = new ArrayList<>(List.of(Tokens.START));
    given.addAll(begun.tokens);
    begun.before = best;
    begun.fork = place;
    try (Writing writing = sounds.write()) {
      return goOn(writing, writing.begin(given), begun);
    }
  }

  /** A sentence of which a part is written. */
  private static final class Begun {
    private final int most;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Double> logs = new ArrayList<>();

    /** What it forked off from. */
    private @Nullable Attempt before;

    private int fork;

    Begun(int most) {
      this.most = most;
    }

    Attempt over(boolean looped) {
      return new Attempt(tokens, choices, logs, looped);
    }

    /** Takes over the rest where the last tokens are those of the sentence before. */
    boolean rejoins() {
      int size = tokens.size();
      if (before == null || before.looped() || size < fork + 1 + SAME) {
        return false;
      }
      List<Integer> last = tokens.subList(size - SAME, size);
      for (int end = Math.max(fork + SAME, size - SHIFT); end <= size + SHIFT; end++) {
        if (end <= before.tokens().size()
            && before.tokens().subList(end - SAME, end).equals(last)) {
          tokens.addAll(before.tokens().subList(end, before.tokens().size()));
          choices.addAll(before.choices().subList(end, before.choices().size()));
          logs.addAll(before.logs().subList(end, before.logs().size()));
          return true;
        }
      }
      return false;
    }
  }

  private static Attempt goOn(Writing writing, Choice next, Begun begun) {
    Choice choice = next;
    while (true) {
      begun.choices.add(choice);
      begun.logs.add(choice.firstLog());
      if (choice.first() == Tokens.END) {
        return begun.over(false);
      }
      begun.tokens.add(choice.first());
      if (begun.rejoins()) {
        return begun.over(false);
      }
      Optional<Integer> loop = loop(begun.tokens);
      if (loop.isPresent()) {
        int kept = loop.get();
        return new Attempt(
            begun.tokens.subList(0, kept), begun.choices, begun.logs.subList(0, kept), true);
      }
      if (begun.tokens.size() >= begun.most) {
        return begun.over(true);
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
                  tokens.subList(size - (time + 1) * period, size - time * period).equals(once));
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
