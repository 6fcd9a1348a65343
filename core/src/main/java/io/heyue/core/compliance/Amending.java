package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.reply.Claim;
import io.heyue.core.reply.DraftReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the sentences out of a draft that hold a fault. Terms are told whole or not at all: a draft
 * that would lose a claim of theirs can't be amended.
 */
final class Amending {
  private static final String ENDS = "。！？!?\n";

  private Amending() {}

  /** The draft without faulty sentences; empty where nothing fit to be said would be left. */
  static Optional<DraftReply> without(DraftReply draft, List<Fault> faults) {
    StringBuilder words = new StringBuilder();
    List<Claim> claims = new ArrayList<>();
    for (Span sentence : sentences(draft)) {
      if (faults.stream().anyMatch(fault -> fault.span().overlaps(sentence))) {
        if (draft.claims().stream().anyMatch(c -> sentence.covers(c.span()) && ofTerms(c))) {
          return Optional.empty();
        }
        continue;
      }
      int shift = words.length() - sentence.start();
      draft.claims().stream()
          .filter(claim -> sentence.covers(claim.span()))
          .map(claim -> claim.moved(shift))
          .forEach(claims::add);
      words.append(sentence.of(draft.words()));
    }
    return words.toString().isBlank()
        ? Optional.empty()
        : Optional.of(new DraftReply(draft.lang(), words.toString(), claims, draft.phrases()));
  }

  private static boolean ofTerms(Claim claim) {
    return switch (claim) {
      case Claim.Sum sum -> ofTerms(sum.of());
      case Claim.Day day -> ofTerms(day.of());
      case Claim.Count count -> count.of() == Claim.Of.TERMS;
      case Claim.Contact contact -> contact.of() == Claim.Of.TIME;
      case Claim.Price _,
          Claim.Identity _,
          Claim.Code _,
          Claim.Artificial _,
          Claim.Right _,
          Claim.Consequence _ ->
          false;
    };
  }

  private static boolean ofTerms(Claim.Of of) {
    return of == Claim.Of.TERMS || of == Claim.Of.PROMISED;
  }

  /** The sentences of a draft; what a claim states is never cut in two. */
  private static List<Span> sentences(DraftReply draft) {
    String words = draft.words();
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < words.length(); i++) {
      boolean fullStop =
          words.charAt(i) == '.' && (i + 1 == words.length() || words.charAt(i + 1) == ' ');
      Span across = Span.of(i, i + 2);
      boolean within = draft.claims().stream().anyMatch(claim -> claim.span().covers(across));
      if ((ENDS.indexOf(words.charAt(i)) >= 0 || fullStop) && !within) {
        sentences.add(Span.of(start, i + 1));
        start = i + 1;
      }
    }
    if (start < words.length()) {
      sentences.add(Span.of(start, words.length()));
    }
    return sentences;
  }
}
