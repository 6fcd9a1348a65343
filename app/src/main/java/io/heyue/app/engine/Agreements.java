package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.portfolio.Promise;
import io.heyue.core.turn.Notices;
import io.heyue.store.conversations.Talk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verified person can read again of what they agreed on. The sums come from the case, the
 * words from the phrase book, and the guard judges each sentence; if it refuses one, nothing is
 * shown, for half an agreement is a false one. Reads only; thread-safe.
 */
public final class Agreements {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Notices notices;
  private final InstantSource clock;

  Agreements(Rooms rooms, Clerk clerk, Notices notices, InstantSource clock) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.notices = notices;
    this.clock = clock;
  }

  /** What stands agreed on the case of a conversation; empty unless its person was verified. */
  public Optional<Agreement> find(ConversationId conversation) {
    Instant now = clock.instant();
    record Found(Talk talk, Dossier dossier) {}
    Optional<Found> found =
        rooms
            .transactor()
            .get(sql ->
                rooms
                    .conversations()
                    .find(sql, conversation)
                    .filter(Talk::verified)
                    .flatMap(talk ->
                        clerk
                            .find(sql, talk.matter(), now)
                            .map(folder -> new Found(talk, folder.dossier()))));
    return found.flatMap(each -> new Page(each.talk(), each.dossier(), now).write());
  }

  /** One agreement while it is being written. */
  private final class Page {
    private final Talk talk;
    private final Dossier dossier;
    private final Instant now;

    Page(Talk talk, Dossier dossier, Instant now) {
      this.talk = talk;
      this.dossier = dossier;
      this.now = now;
    }

    Optional<Agreement> write() {
      List<Promise> open = dossier.matter().openPromises();
      if (open.isEmpty()) {
        return Optional.empty();
      }
      Optional<List<String>> sums = sums(open);
      Optional<String> title = say("agreement_title", Optional.empty());
      Optional<String> pay = say("agreement_pay", Optional.empty());
      Optional<String> person = say("agreement_person", Optional.empty());
      return sums.isPresent() && title.isPresent() && pay.isPresent() && person.isPresent()
          ? Optional.of(
              new Agreement(lang(), title.get(), whole(open), sums.get(), pay.get(), person.get()))
          : Optional.empty();
    }

    private Lang lang() {
      return talk.lang();
    }

    private Optional<List<String>> sums(List<Promise> open) {
      List<String> sums = new ArrayList<>(open.size());
      for (Promise promise : open) {
        Optional<String> sum =
            say("agreement_sum", Optional.of(new Terms.Full(promise.amount(), promise.due())));
        if (sum.isEmpty()) {
          return Optional.empty();
        }
        sums.add(sum.get());
      }
      return Optional.of(sums);
    }

    /** The sum of a plan and the number of its instalments, while all of it is to be paid. */
    private String whole(List<Promise> open) {
      return dossier
          .matter()
          .plan()
          .filter(plan -> isWhole(plan, open))
          .flatMap(plan -> say("agreement_plan", Optional.of(new Terms.Instalments(plan))))
          .orElse("");
    }

    private static boolean isWhole(Plan plan, List<Promise> open) {
      return plan.instalments().stream()
          .map(each -> new Terms.Full(each.amount(), each.due()))
          .toList()
          .equals(
              open.stream()
                  .map(promise -> new Terms.Full(promise.amount(), promise.due()))
                  .toList());
    }

    private Optional<String> say(String phrase, Optional<Terms> terms) {
      Verdict verdict =
          notices.write(
              phrase,
              terms,
              dossier,
              lang(),
              Channel.CHAT, // read on the page, wherever it was agreed
              talk.id().code(),
              "",
              false,
              true,
              now);
      return verdict instanceof Verdict.Permitted permitted
          ? Optional.of(permitted.reply().words())
          : Optional.empty();
    }
  }
}
