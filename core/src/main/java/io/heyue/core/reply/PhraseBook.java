package io.heyue.core.reply;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The approved wordings. Immutable and thread-safe.
 *
 * @param version hash of the files that they were read from
 * @param phrases by language and id
 */
public record PhraseBook(String version, Map<Lang, Map<String, List<Phrase>>> phrases) {
  public PhraseBook {
    phrases = Map.copyOf(phrases);
  }

  /**
   * One wording.
   *
   * @param id of the move that it words
   * @param tone in which it is kept; plain fits everywhere
   * @param channel by which it is said; empty for all
   */
  public record Phrase(String id, Tone tone, Optional<Channel> channel, Template template) {}

  /** The ids of the wordings that there are in every language. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    phrases.values().forEach(words -> ids.addAll(words.keySet()));
    phrases.values().forEach(words -> ids.retainAll(words.keySet()));
    return ids;
  }

  /** The wording of {@code id} that fits best, if there is one. */
  public Optional<Phrase> find(Lang lang, String id, Channel channel, Tone tone) {
    return phrases.getOrDefault(lang, Map.of()).getOrDefault(id, List.of()).stream()
        .filter(phrase -> phrase.channel().map(channel::equals).orElse(true))
        .filter(phrase -> phrase.tone() == tone || phrase.tone() == Tone.PLAIN)
        .min(
            Comparator.comparingInt(phrase ->
                (phrase.tone() == tone ? 0 : 2) + (phrase.channel().isPresent() ? 0 : 1)));
  }
}
