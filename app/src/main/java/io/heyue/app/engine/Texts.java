package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.StandingLaw;
import io.heyue.core.portfolio.Case;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Text messages that people send, and calls that they make. */
final class Texts {
  private final Rooms rooms;
  private final Clerk clerk;
  private final Turns turns;
  private final Farewell farewell;
  private final Colleagues colleagues;
  private final Chance chance;

  Texts(
      Rooms rooms,
      Clerk clerk,
      Turns turns,
      Farewell farewell,
      Colleagues colleagues,
      Chance chance) {
    this.rooms = rooms;
    this.clerk = clerk;
    this.turns = turns;
    this.farewell = farewell;
    this.colleagues = colleagues;
    this.chance = chance;
  }

  /**
   * Has a chat model asked what it may be asked of these words, before they are taken in: that may
   * take a while, and holds no connection.
   */
  void ahead(PhoneNumber from, String text, Instant now) {
    if (turns.alone() || text.isBlank() || isStop(rooms.guard().law(), text, true, now)) {
      return;
    }
    record Read(Talk talk, Folder folder) {}
    Optional<Read> read =
        rooms
            .transactor()
            .get(sql ->
                known(sql, rooms.points().byPhone(sql, from))
                    .flatMap(one -> rooms.conversations().latest(sql, one.person(), Channel.SMS))
                    .filter(talk -> !talk.over())
                    .flatMap(talk ->
                        clerk.find(sql, talk.matter(), now).map(folder -> new Read(talk, folder))));
    read.ifPresent(
        each -> turns.ahead(each.talk(), each.folder(), new ChannelEvent.TextReceived(text), now));
  }

  /** Takes one in; gives what was said in conversations because of it. */
  List<Message> take(
      Sql sql, PhoneNumber from, String text, String messageId, Duration within, Instant now) {
    if (text.isBlank() || !rooms.conversations().isNew(sql, "sms:" + messageId, within, now)) {
      return List.of();
    }
    List<ContactPoint> points = rooms.points().byPhone(sql, from);
    Optional<Known> known = known(sql, points);
    Optional<Talk> current =
        known
            .flatMap(one -> rooms.conversations().latest(sql, one.person(), Channel.SMS))
            .filter(talk -> !talk.over());
    Optional<HandoverRow> taken =
        known.flatMap(one -> colleagues.expecting(sql, one.person(), Channel.SMS));
    if (isStop(rooms.guard().law(), text, current.isPresent() || taken.isPresent(), now)) {
      farewell.stop(sql, points, now);
      return List.of();
    }
    if (known.isEmpty()) {
      return List.of();
    }
    if (taken.isPresent()) {
      return colleagues.heard(sql, taken.get(), Channel.SMS, text, now);
    }
    return current.isPresent()
        ? answer(sql, current.get(), text, now)
        : begin(sql, known.get(), text, now);
  }

  /**
   * Whether words mean nothing but stop, by the law of any place: who wrote them isn't known yet.
   *
   * @param asked whether a conversation is going on, so that they may be an answer
   */
  static boolean isStop(RuleBook law, String text, boolean asked, Instant now) {
    return StandingLaw.everywhere(law, LocalDate.ofInstant(now, ZoneOffset.UTC))
        .isStop(text, asked);
  }

  /** The person behind a number, by the conversation to which they were invited last. */
  private record Known(PersonId person, ContactPoint point, Optional<Talk> invited) {}

  private Optional<Known> known(Sql sql, List<ContactPoint> points) {
    return points.stream()
        .map(point ->
            new Known(point.person(), point, rooms.conversations().invited(sql, point.person())))
        .max(
            Comparator.comparing(
                known -> known.invited().map(Talk::createdAt).orElse(Instant.EPOCH)));
  }

  private List<Message> answer(Sql sql, Talk talk, String text, Instant now) {
    return clerk
        .find(sql, talk.matter(), now)
        .map(folder ->
            turns.store(sql, turns.think(talk, folder, new ChannelEvent.TextReceived(text), now)))
        .orElse(List.of());
  }

  /**
   * Somebody calls from a number: plans the conversation, which begins when they are answered. It
   * is about nobody whose number it was said not to be: whoever said so would be asked for that
   * name again.
   *
   * @return empty where it is nobody's of whom we know
   */
  Optional<Talk> called(Sql sql, PhoneNumber from, Instant now) {
    List<ContactPoint> points = rooms.points().byPhone(sql, from);
    return known(sql, points.stream().filter(point -> !point.denied()).toList())
        .flatMap(known -> plan(sql, known, Channel.CALL, now))
        .map(Planned::talk);
  }

  /** Whoever writes first is told first who answers, as everybody is. */
  private List<Message> begin(Sql sql, Known known, String text, Instant now) {
    Optional<Planned> planned = plan(sql, known, Channel.SMS, now);
    if (planned.isEmpty()) {
      return List.of();
    }
    Talk talk = planned.get().talk();
    Folder folder = planned.get().folder();
    List<Message> said =
        new ArrayList<>(
            turns.store(sql, turns.think(talk, folder, new ChannelEvent.Answered(), now)));
    Talk begun = rooms.conversations().get(sql, talk.id());
    if (!begun.over()) {
      said.addAll(answer(sql, begun, text, now));
    }
    return said;
  }

  /** A conversation that somebody begins by themselves, with what is known of it. */
  private record Planned(Talk talk, Folder folder) {}

  private Optional<Planned> plan(Sql sql, Known known, Channel by, Instant now) {
    Optional<Case> matter =
        known
            .invited()
            .flatMap(talk -> rooms.cases().find(sql, talk.matter()))
            .or(() -> rooms.cases().byPerson(sql, known.person()).stream().findFirst());
    if (matter.isEmpty()) {
      return Optional.empty();
    }
    ConversationId id = ConversationId.draw(chance.rng());
    Optional<Folder> folder = clerk.find(sql, matter.get().id(), now);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Talk planned =
        Talk.planned(
            id,
            matter.get().id(),
            known.person(),
            by,
            Optional.of(known.point().id()),
            known.invited().flatMap(Talk::campaign),
            known.invited().flatMap(Talk::permit),
            folder.get().dossier().borrower().lang(),
            known.invited().map(Talk::flow).orElse(Farewell.FLOW),
            now);
    rooms.conversations().add(sql, List.of(planned));
    return Optional.of(new Planned(planned, folder.get()));
  }
}
