package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.turn.HumanWords;
import io.heyue.core.turn.Notices;
import io.heyue.core.turn.TurnLoop;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.store.labels.Labels;
import io.heyue.store.setbacks.PutAside;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The engine, wired. Thread-safe; any number may run on one database, in any number of processes.
 */
public final class Engine {
  private final Desk desk;
  private final Colleagues colleagues;
  private final CallNotes callNotes;
  private final Campaigns campaigns;
  private final Courier courier;
  private final Confirmations confirmations;
  private final Reconciliation reconciliation;
  private final Sealing sealing;
  private final Pulse pulse;
  private final Why why;
  private final Holds holds;
  private final Decisions decisions;
  private final Agreements agreements;
  private final Mending mending;
  private final Outside outside;
  private final Meanings meanings;

  private Engine(Parts parts) {
    Rooms rooms = Rooms.of(parts);
    Clerk clerk = new Clerk(rooms, parts.mandates(), parts.pricing());
    Notices notices = new Notices(parts.kit().writer(), parts.guard());
    Invitations invitations = new Invitations(notices, parts.chance(), parts.page());
    Ways ways = new Ways(parts.carriers());
    Set<Channel> carried = ways.channels();
    // A call is a conversation, which nobody holds by writing.
    Set<Channel> written =
        carried.stream().filter(channel -> channel != Channel.CALL).collect(Collectors.toSet());
    meanings = new Meanings(rooms, new Labels(parts.vault()), parts.clock());
    Turns turns =
        new Turns(
            rooms,
            new TurnLoop(parts.kit(), parts.guard()),
            parts.kit(),
            new Ears(parts.listener(), parts.aide(), parts.guard()),
            parts.aide(),
            new Statements(rooms, parts.guard(), invitations, parts.chance()),
            meanings,
            parts.chance());
    Farewell farewell = new Farewell(rooms, clerk, parts.guard(), notices, parts.chance());
    Beginning beginning = new Beginning(parts.treatments());
    Outreach outreach =
        new Outreach(rooms, clerk, parts.guard(), invitations, beginning, parts.chance(), ways);
    Workbench bench = new Workbench(rooms.transactor());
    Watches watches = new Watches();
    HumanWords words = new HumanWords(parts.guard(), RuleEntityParser.of(), parts.kit().writer());
    colleagues =
        new Colleagues(
            rooms,
            clerk,
            turns,
            words,
            notices,
            new Correspondence(
                rooms, turns, words, notices, parts.guard(), parts.chance(), written),
            parts.guard(),
            watches,
            parts.clock(),
            parts.chance());
    Texts texts = new Texts(rooms, clerk, turns, farewell, colleagues, parts.chance());
    desk =
        new Desk(
            rooms, clerk, turns, texts, bench, watches, colleagues, parts.clock(), parts.chance());
    callNotes = new CallNotes(rooms, clerk, turns, parts.clock());
    campaigns =
        new Campaigns(
            rooms,
            outreach,
            new Forecast(rooms, outreach, beginning, parts.mandates()),
            bench,
            parts.clock(),
            parts.chance());
    courier =
        new Courier(
            rooms,
            new Recall(rooms, clerk, parts.guard()),
            new Redialling(rooms),
            parts.clock(),
            parts.carriers());
    confirmations = new Confirmations(rooms, clerk, parts.guard(), invitations, bench, carried);
    reconciliation = new Reconciliation(rooms, clerk, desk, parts.chance(), bench);
    sealing = new Sealing(rooms.transactor(), rooms.checkpoints());
    pulse =
        new Pulse(desk, campaigns, courier, confirmations, reconciliation, sealing, parts.clock());
    holds = new Holds(rooms, clerk, parts.clock());
    decisions = new Decisions(rooms, clerk, parts.clock());
    why = new Why(rooms.transactor(), rooms.ledger(), parts.guard().law());
    agreements = new Agreements(rooms, clerk, notices, parts.clock());
    outside = new Outside(rooms, parts.clock());
    mending = new Mending(rooms, new PutAside(parts.vault()), parts.clock());
  }

  public static Engine of(Parts parts) {
    return new Engine(parts);
  }

  /** Contacts that others made. */
  public Outside outside() {
    return outside;
  }

  /** Conversations. */
  public Desk desk() {
    return desk;
  }

  /** What conversations by telephone need beside. */
  public CallNotes callNotes() {
    return callNotes;
  }

  /** Conversations that people take over. */
  public Colleagues colleagues() {
    return colleagues;
  }

  public Campaigns campaigns() {
    return campaigns;
  }

  /** Messages on their way out. */
  public Courier courier() {
    return courier;
  }

  public Confirmations confirmations() {
    return confirmations;
  }

  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /** What drives all of it by the clock. */
  public Pulse pulse() {
    return pulse;
  }

  /** Checkpoints of the ledger. */
  public Sealing sealing() {
    return sealing;
  }

  /** Bars on contact. */
  public Holds holds() {
    return holds;
  }

  /** Contacts that rules leave to a person. */
  public Decisions decisions() {
    return decisions;
  }

  /** Work that failed and was put aside. */
  public Mending mending() {
    return mending;
  }

  /** What people say about how the machine understood. */
  public Meanings meanings() {
    return meanings;
  }

  public Why why() {
    return why;
  }

  /** What people can read again of what they agreed on. */
  public Agreements agreements() {
    return agreements;
  }
}
