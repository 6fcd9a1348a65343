package io.heyue.app.engine;

import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleId;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.ledger.Written;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says of any contact why it was lawful, from the ledger. Thread-safe. */
public final class Why {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Transactor transactor;
  private final Ledger ledger;
  private final RuleBook book;

  public Why(Transactor transactor, Ledger ledger, RuleBook book) {
    this.transactor = transactor;
    this.ledger = ledger;
    this.book = book;
  }

  /**
   * Why something was said or not said.
   *
   * @param stripe and {@code number}: where in the ledger it stands
   * @param hash of that entry
   * @param verdict permitted, amended, forbidden, silent or refused
   * @param rules that were asked or broken
   * @param entry the whole entry in canonical JSON
   */
  public record Answer(
      int stripe,
      long number,
      String hash,
      Instant at,
      String kind,
      String verdict,
      List<Ground> rules,
      String entry) {
    public Answer {
      rules = List.copyOf(rules);
    }

    /** Names the entry and hides what it says. */
    @Override
    public String toString() {
      return "Answer[" + stripe + "/" + number + " " + verdict + "]";
    }
  }

  /** A rule, where it stands and what it says. */
  public record Ground(RuleId rule, Optional<Citation> citation, String plain) {}

  /**
   * Everything that the ledger has about a permit, oldest first; the rules said in {@code lang}.
   */
  public List<Answer> of(PermitId permit, Lang lang) {
    return answers(sql -> ledger.of(sql, permit), lang);
  }

  /** Everything that the ledger has about a conversation, oldest first. */
  public List<Answer> of(ConversationId conversation, Lang lang) {
    return answers(sql -> ledger.of(sql, conversation), lang);
  }

  /** Everything that the ledger has about a case, oldest first. */
  public List<Answer> of(CaseId matter, Lang lang) {
    return answers(sql -> ledger.of(sql, matter), lang);
  }

  private List<Answer> answers(Function<Sql, List<Written>> of, Lang lang) {
    return transactor.get(of).stream().map(each -> answer(each, lang)).toList();
  }

  /** Walks the whole ledger. */
  public LedgerReport verify() {
    return transactor.get(ledger::verify);
  }

  private Answer answer(Written written, Lang lang) {
    JsonNode entry = JSON.readTree(written.payload());
    Set<RuleId> rules = new LinkedHashSet<>();
    collect(entry.path("rules"), rules);
    collect(entry.path("permit"), rules);
    collect(entry.path("wordRules"), rules);
    String verdict = entry.path("verdict").asString(entry.path("result").asString(""));
    List<Ground> grounds = new ArrayList<>();
    rules.forEach(rule -> grounds.add(ground(rule, lang)));
    return new Answer(
        written.stripe(),
        written.number(),
        written.hash(),
        written.at(),
        written.kind(),
        verdict,
        grounds,
        written.payload());
  }

  private static void collect(JsonNode list, Set<RuleId> rules) {
    if (list.isArray()) {
      list.forEach(
          rule -> rules.add(new RuleId(rule.path("id").asString(), rule.path("version").asInt())));
    }
  }

  private Ground ground(RuleId id, Lang lang) {
    Optional<Rule> rule = book.rules().stream().filter(each -> each.id().equals(id)).findFirst();
    return new Ground(id, rule.map(Rule::citation), rule.map(found -> found.says(lang)).orElse(""));
  }
}
