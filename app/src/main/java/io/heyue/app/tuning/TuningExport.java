package io.heyue.app.tuning;

import io.heyue.app.law.WordsDesk;
import io.heyue.brain.file.Sha256;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What a tool for tuning reads, and a card that says what it is. */
public final class TuningExport {
  private final Path data;
  private final Tuning tuning;
  private final Pairs pairs;
  private final InstantSource clock;

  public TuningExport(
      Path data,
      Transactor transactor,
      Ledger ledger,
      Vault vault,
      WordsDesk words,
      InstantSource clock) {
    this.data = data;
    this.tuning = new Tuning(transactor, ledger, vault);
    this.pairs = new Pairs(data, words);
    this.clock = clock;
  }

  /**
   * What was taken out.
   *
   * @param chat conversations, one a line
   * @param preference pairs, one a line
   * @param card what it is, in Markdown
   */
  public record Taken(
      int conversations, long ended, int pairs, String chat, String preference, String card) {}

  /**
   * Takes out what may be used. Where nobody consented there are no conversations, and nothing is
   * noted.
   *
   * @param by who asks
   * @param most conversations at most
   * @param mostPairs pairs of each language at most
   * @param keep for how long it may be kept
   */
  public Taken take(String by, int most, int mostPairs, Period keep) {
    Instant now = clock.instant();
    long ended = tuning.ended();
    List<Dialogue> dialogues = tuning.all(most);
    if (dialogues.isEmpty()) {
      return new Taken(0, ended, 0, "", "", "");
    }
    List<Pair> better = pairs.list(mostPairs);
    LocalDate deleteBy = LocalDate.ofInstant(now, ZoneOffset.UTC).plus(keep);
    tuning.note(
        by,
        dialogues.size(),
        better.size(),
        deleteBy.atStartOfDay(ZoneOffset.UTC).toInstant(),
        now);
    Frames frames = new Frames(data);
    return new Taken(
        dialogues.size(),
        ended,
        better.size(),
        dialogues.stream().map(frames::chat).collect(Collectors.joining("\n", "", "\n")),
        better.stream().map(frames::preference).collect(Collectors.joining("\n", "", "\n")),
        new DataCard(
                now, by, ended, dialogues, better, deleteBy, Sha256.ofYaml(data.resolve("prompts")))
            .text());
  }
}
