package io.heyue.app.cli;

import io.heyue.app.engine.Why;
import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.brain.book.Books;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.Written;
import io.heyue.store.postgres.Transactor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of a contact, or of a turn of a conversation, why it was lawful. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Say of a contact, a conversation or a case why everything in it was lawful: what was known,",
      "the verdict, each rule with its article, the words, and the hash under which the ledger holds",
      "it. It prints what was said in clear. The server may run meanwhile."
    })
final class WhyCommand implements Callable<Integer> {
  /** So many of the latest contacts are listed. */
  private static final int SHOWN = 20;

  private final Map<String, String> environment;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = {
        "Of a conversation, of a case, or of a contact (its permit).",
        "Without one, the latest contacts are listed with theirs;",
        "GET /api/v1/conversations and GET /api/v1/cases list all."
      })
  private @Nullable String id;

  @Option(names = "--turn", paramLabel = "N", description = "Only that turn of the conversation.")
  private @Nullable Integer turn;

  @Option(names = "--lang", description = "zh or en: of what the rules say. Default: zh.")
  private String lang = "zh";

  @Option(names = "--json", description = "As one JSON object, whole entries included.")
  private boolean json;

  @Option(names = "--demo", description = "Of the demonstration.")
  private boolean demo;

  WhyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Lang words =
        Lang.find(lang)
            .orElseThrow(() -> new Misused("--lang is " + lang + "; zh or en is known."));
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    Optional<UUID> subject = Optional.ofNullable(id).map(WhyCommand::subject);
    try (Storehouse store =
        Storehouse.open(
            installation, SettingsReader.read(installation, environment), InstantSource.system())) {
      Ledger ledger = Ledger.open(installation.folder(), store.vault());
      Transactor transactor = store.database().transactor();
      if (subject.isEmpty()) {
        return list(transactor.get(sql -> ledger.latestContacts(sql, SHOWN)));
      }
      Why why = new Why(transactor, ledger, Books.read(Checkout.find().data()).law());
      List<Why.Answer> answers = only(find(why, subject.get(), words), installation);
      System.out.print(json ? WhyJson.of(subject.get(), answers) : new WhyText(words).of(answers));
    }
    return CommandLineDoor.DONE;
  }

  /**
   * A contact that was refused has no conversation; its own id is the permit that it didn't get.
   */
  private static int list(List<Written> contacts) {
    if (contacts.isEmpty()) {
      throw new Stopped(
          "The ledger holds no contact yet. Maybe no campaign was started, or its hour hasn't come.");
    }
    for (Written contact : contacts) {
      String about =
          contact
              .conversation()
              .map(talk -> "conversation " + talk.value())
              .or(() -> contact.permit().map(permit -> "contact      " + permit.value()))
              .orElse("");
      System.out.printf("%s  %-8s %s%n", contact.at(), contact.kind(), about);
    }
    return CommandLineDoor.DONE;
  }

  static UUID subject(String id) {
    try {
      return UUID.fromString(id.strip());
    } catch (IllegalArgumentException e) {
      throw new Misused(
          "'"
              + id
              + "' is no id. Ids look like 019ab3c0-5b1e-7cc0-8f43-5d0a4b1f2e77;"
              + " without one, 'ledger why' lists the latest contacts with theirs.");
    }
  }

  /** The id may be of any of the three; no two of them share one. */
  private static List<Why.Answer> find(Why why, UUID id, Lang lang) {
    return Stream.<java.util.function.Supplier<List<Why.Answer>>>of(
            () -> why.of(new ConversationId(id), lang),
            () -> why.of(new PermitId(id), lang),
            () -> why.of(new CaseId(id), lang))
        .map(java.util.function.Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Why.Answer> only(List<Why.Answer> answers, Installation installation) {
    if (answers.isEmpty()) {
      throw new Stopped(nothing(installation, String.valueOf(id), demo));
    }
    if (turn == null) {
      return answers;
    }
    int wanted = turn;
    List<Why.Answer> found =
        answers.stream().filter(answer -> WhyText.turn(answer) == wanted).toList();
    if (found.isEmpty()) {
      int last = answers.stream().mapToInt(WhyText::turn).max().orElse(0);
      throw new Stopped(
          "There is no turn "
              + wanted
              + " in "
              + id
              + (last == 0 ? "; it has no turns." : "; the last one is " + last + "."));
    }
    return found;
  }

  static String nothing(Installation installation, String id, boolean demo) {
    return "The ledger in "
        + installation.folder()
        + " holds nothing about "
        + id
        + ". Maybe it is of "
        + (demo ? "the real data (leave out --demo)" : "the demonstration (--demo)")
        + " or of another data folder (HEYUE_HOME). Without an id, 'ledger why' lists the latest contacts;"
        + " GET /api/v1/conversations and GET /api/v1/cases list all.";
  }
}
