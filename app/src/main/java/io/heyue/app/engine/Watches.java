package io.heyue.app.engine;

import io.heyue.core.base.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to be told of new messages. Thread-safe. */
final class Watches {
  private final Map<ConversationId, List<Consumer<Said>>> listeners = new ConcurrentHashMap<>();

  Watch add(ConversationId conversation, Consumer<Said> listener) {
    listeners.compute(
        conversation,
        (_, present) -> {
          List<Consumer<Said>> all = present == null ? new CopyOnWriteArrayList<>() : present;
          all.add(listener);
          return all;
        });
    return () ->
        listeners.computeIfPresent(
            conversation,
            (_, all) -> {
              all.remove(listener);
              return all.isEmpty() ? null : all;
            });
  }

  void tell(List<Said> said) {
    for (Said each : said) {
      listeners.getOrDefault(each.conversation(), List.of()).forEach(l -> l.accept(each));
    }
  }
}
