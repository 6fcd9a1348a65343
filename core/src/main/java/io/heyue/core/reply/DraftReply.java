package io.heyue.core.reply;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words that somebody wants to say, and what they claim. Not fit to be sent: only the guard makes
 * something of it that is.
 *
 * @param lang of the words
 * @param words all of them
 * @param claims in the order in which they stand
 * @param phrases ids of the phrases that they were built of
 */
public record DraftReply(Lang lang, String words, List<Claim> claims, List<String> phrases) {
  public DraftReply {
    claims = List.copyOf(claims);
    phrases = List.copyOf(phrases);
    for (Claim claim : claims) {
      Check.that(
          claim.span().end() <= words.length(), "claim's span", claim.span(), "within the words");
    }
  }

  /** These words and, on a line of their own, {@code more}. */
  public DraftReply followedBy(DraftReply more) {
    String first = words + "\n";
    return new DraftReply(
        lang,
        first + more.words,
        Stream.concat(
                claims.stream(), more.claims.stream().map(claim -> claim.moved(first.length())))
            .toList(),
        Stream.concat(phrases.stream(), more.phrases.stream()).toList());
  }

  public boolean isEmpty() {
    return words.isBlank();
  }
}
