package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A carrier that keeps what it is given. */
final class Street implements Carrier {
  private final Channel channel;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private volatile Function<Letter, Handed> answer =
      letter -> new Handed.Accepted(letter.id().toString());

  Street() {
    this(Channel.SMS);
  }

  Street(Channel channel) {
    this.channel = channel;
  }

  /** What it says to the letters that follow. */
  void answers(Function<Letter, Handed> next) {
    answer = next;
  }

  List<Letter> letters() {
    return letters;
  }

  Letter last() {
    return letters.getLast();
  }

  /** The token of the link in the last letter. */
  String token() {
    String words = last().words();
    int at = words.indexOf("https://pay.example/");
    return words.substring(at + 20, at + 20 + 48);
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Handed hand(Letter letter) {
    letters.add(letter);
    return answer.apply(letter);
  }
}
