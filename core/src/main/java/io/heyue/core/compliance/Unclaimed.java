package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import java.util.ArrayList;
import java.util.List;

/** Figures of a draft that belong to no claim, and so were made up by somebody. */
final class Unclaimed {
  private Unclaimed() {}

  /** Digits first, then figures and days in words. */
  static List<Span> in(DraftReply draft) {
    List<Span> found = new ArrayList<>();
    numbers(draft, found);
    for (Span figure : SpokenFigures.in(draft.words())) {
      if (draft.claims().stream().noneMatch(claim -> claim.span().overlaps(figure))) {
        found.add(figure);
      }
    }
    return found;
  }

  private static void numbers(DraftReply draft, List<Span> found) {
    String words = draft.words();
    int at = 0;
    while (at < words.length()) {
      if (!Character.isDigit(words.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < words.length() && Character.isDigit(words.charAt(end))) {
        end++;
      }
      Span run = Span.of(at, end);
      if (draft.claims().stream().map(Claim::span).noneMatch(span -> span.covers(run))) {
        found.add(run);
      }
      at = end;
    }
  }
}
