package io.heyue.core.reply;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts moves into words from the phrase book, and keeps the claims that the words make. Pure. */
public final class Writer {
  private final PhraseBook book;

  public Writer(PhraseBook book) {
    this.book = book;
  }

  /**
   * What the words are written for.
   *
   * @param code by which the contact can be verified on the lender's site
   * @param link to the person's page, empty where there is none
   * @param today on the person's calendar
   */
  public record Setting(
      Dossier dossier,
      Lang lang,
      Channel channel,
      Tone tone,
      String code,
      String link,
      LocalDate today) {}

  /**
   * The words for {@code moves}, one after the other.
   *
   * @throws IllegalStateException if the phrase book has no wording for one; the book's check at
   *     start-up sees to it that this doesn't happen
   */
  public DraftReply write(List<Move> moves, Setting setting) {
    return write(moves, Set.of(), setting);
  }

  /**
   * The words for {@code moves}; a question that was asked before is asked in fewer words, where
   * the book has such a wording.
   *
   * @param before ids of the moves that were made before in this conversation
   */
  public DraftReply write(List<Move> moves, Set<String> before, Setting setting) {
    return write(moves, before, setting, List.of());
  }

  /**
   * The same in other words, where some of {@code others} stand for an approved phrase.
   *
   * @param others held against the phrases that they stand for; at most one counts for each
   */
  public DraftReply write(
      List<Move> moves, Set<String> before, Setting setting, List<Rewording> others) {
    Draft draft = new Draft(setting);
    for (Move move : moves) {
      if (!(move instanceof Move.Wait)) {
        PhraseBook.Phrase phrase = phrase(move, before, setting);
        draft.add(
            others.stream()
                .filter(other -> other.standsFor(phrase))
                .findFirst()
                .map(other -> other.in(phrase))
                .orElse(phrase),
            move.about());
      }
    }
    return draft.build();
  }

  /** The phrases of {@code moves} for which other words may be looked for. */
  public List<Rewordable> rewordable(List<Move> moves, Set<String> before, Setting setting) {
    return moves.stream()
        .flatMap(move ->
            Rewordable.of(phrase(move, before, setting), setting.lang(), setting.tone()).stream())
        .distinct()
        .toList();
  }

  private PhraseBook.Phrase phrase(Move move, Set<String> before, Setting setting) {
    Tone tone = before.contains(move.id()) ? Tone.SHORT : setting.tone();
    return find(move.id(), tone, setting)
        .filter(phrase -> phrase.tone() == tone)
        .orElseGet(() -> phrase(move.id(), setting));
  }

  /** The words of one phrase by its id, such as the first text message. */
  public DraftReply write(String phrase, Optional<Terms> terms, Setting setting) {
    Draft draft = new Draft(setting);
    draft.add(phrase(phrase, setting), terms);
    return draft.build();
  }

  /** A phrase with the terms that it speaks of, if it speaks of any. */
  public record Piece(String phrase, Optional<Terms> terms) {
    public static Piece of(String phrase) {
      return new Piece(phrase, Optional.empty());
    }
  }

  /** The words of several phrases, one after the other; those that the book lacks are left out. */
  public DraftReply compose(List<Piece> pieces, Setting setting) {
    Draft draft = new Draft(setting);
    for (Piece piece : pieces) {
      book.find(setting.lang(), piece.phrase(), setting.channel(), setting.tone())
          .ifPresent(phrase -> draft.add(phrase, piece.terms()));
    }
    return draft.build();
  }

  /** {@code draft} and one phrase more; as it is where the book lacks the phrase. */
  public DraftReply append(DraftReply draft, String phrase, Setting setting) {
    Draft longer = new Draft(setting);
    longer.add(draft);
    find(phrase, setting.tone(), setting).ifPresent(found -> longer.add(found, Optional.empty()));
    return longer.build();
  }

  public String version() {
    return book.version();
  }

  private PhraseBook.Phrase phrase(String id, Setting setting) {
    return find(id, setting.tone(), setting)
        .orElseThrow(() ->
            new IllegalStateException(
                "No phrase '"
                    + id
                    + "' in "
                    + setting.lang()
                    + " for "
                    + setting.channel()
                    + ". Maybe it is missing in data/phrases."));
  }

  private Optional<PhraseBook.Phrase> find(String id, Tone tone, Setting setting) {
    return book.find(setting.lang(), id, setting.channel(), tone);
  }

  /** Words while they are being written. */
  private static final class Draft {
    private final Setting setting;
    private final StringBuilder words = new StringBuilder();
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();

    Draft(Setting setting) {
      this.setting = setting;
    }

    void add(PhraseBook.Phrase phrase, Optional<Terms> terms) {
      if (!words.isEmpty() && setting.lang() == Lang.EN) {
        words.append(' ');
      }
      phrases.add(phrase.id());
      fill(phrase.template(), new Filler(setting, terms));
    }

    void add(DraftReply draft) {
      words.append(draft.words());
      claims.addAll(draft.claims());
      phrases.addAll(draft.phrases());
    }

    private void fill(Template template, Filler filler) {
      for (Template.Part part : template.parts()) {
        switch (part) {
          case Template.Part.Words plain -> words.append(plain.text());
          case Template.Part.Place place -> filler.fill(place.placeholder(), words, claims);
          case Template.Part.Marked marked -> filler.mark(marked, words, claims);
          case Template.Part.Known known ->
              fill(filler.knows(known.figure()) ? known.words() : known.otherwise(), filler);
        }
      }
    }

    DraftReply build() {
      return new DraftReply(setting.lang(), words.toString(), claims, phrases);
    }
  }
}
