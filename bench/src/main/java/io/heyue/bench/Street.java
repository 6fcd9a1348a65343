package io.heyue.bench;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A carrier that takes everything at once and keeps the latest letter to each number. */
final class Street implements Carrier {
  private final Map<String, Letter> letters = new ConcurrentHashMap<>();

  Collection<Letter> letters() {
    return letters.values();
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Handed hand(Letter letter) {
    letters.put(letter.to().reveal(), letter);
    return new Handed.Accepted(letter.id().toString());
  }
}
