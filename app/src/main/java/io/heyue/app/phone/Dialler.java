package io.heyue.app.phone;

import io.heyue.app.engine.Carrier;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Handed;
import io.heyue.app.engine.Letter;
import io.heyue.app.engine.Redial;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.progress.Disposition;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.progress.RedialRule;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.Calls.Dialled;
import io.heyue.voice.talk.TalkEnd;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries letters of the channel call: each is the beginning of a call. That it was dialled is told
 * at once; how it went comes later, as a receipt under the id of the letter. The words of such a
 * letter are those that the call may open with; they are said by the conversation, once somebody is
 * there. Thread-safe.
 */
public final class Dialler implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(Dialler.class);

  /** What came of the last calls is kept within. */
  private static final Duration KEEPS = Duration.ofSeconds(5);

  private final Calls calls;
  private final ProgressTable table;
  private final Bridge bridge;
  private final Pacer pacer;
  private final Working threads;
  private final AtomicReference<Engine> engine = new AtomicReference<>();

  /**
   * @param calls the telephone
   * @param table what may be done after a call went as it did
   * @param pacer says how many calls may begin
   */
  public Dialler(Calls calls, ProgressTable table, Bridge bridge, Pacer pacer) {
    this(calls, table, bridge, pacer, task -> Thread.ofVirtual().name("call").start(task));
  }

  /**
   * The same on other threads.
   *
   * @param threads where turns are taken; each may wait
   */
  public Dialler(Calls calls, ProgressTable table, Bridge bridge, Pacer pacer, Executor threads) {
    this.calls = calls;
    this.table = table;
    this.bridge = bridge;
    this.pacer = pacer;
    this.threads = new Working(threads);
  }

  /**
   * To be called once all calls were ended: waits until what came of them is kept, a few seconds at
   * most.
   */
  public void settle() {
    if (!threads.settles(KEEPS)) {
      LOG.warn("What came of some calls isn't kept yet, and may be lost.");
    }
  }

  /** The engine whose conversations are spoken; it is there later than its carriers. */
  public void serve(Engine served) {
    engine.set(served);
  }

  @Override
  public Channel channel() {
    return Channel.CALL;
  }

  @Override
  public int room() {
    return engine.get() == null ? 0 : pacer.pace(calls.room()).calls();
  }

  @Override
  public Handed hand(Letter letter) {
    Engine served = engine.get();
    if (served == null) {
      return new Handed.Refused("nobody is there yet to lead a call", false);
    }
    if (!(letter.to() instanceof PhoneNumber to)) {
      return new Handed.Refused("no telephone number", true);
    }
    Optional<ConversationId> conversation;
    try {
      conversation = letter.conversation().filter(id -> mayBegin(served, id));
    } catch (RuntimeException e) {
      LOG.error("Letter {} was not dialled, since its conversation can't be read.", letter.id(), e);
      return new Handed.Refused("its conversation can't be read", false);
    }
    return conversation.isEmpty()
        ? new Handed.Refused("no conversation that a call may begin", true)
        : dial(served, letter, to, conversation.get());
  }

  /** A letter that continues something is none to be dialled. */
  private static boolean mayBegin(Engine served, ConversationId conversation) {
    return served
        .desk()
        .find(conversation)
        .filter(talk -> talk.channel() == Channel.CALL && talk.begunAt().isEmpty() && !talk.over())
        .isPresent();
  }

  private Handed dial(Engine served, Letter letter, PhoneNumber to, ConversationId conversation) {
    String reference = letter.id().toString();
    Pacer.PacedCall paced = pacer.dials();
    CallConversation talking =
        new CallConversation(
            leader(served, conversation, letter.lang(), paced),
            letter.lang(),
            threads,
            end -> tell(served, reference, end));
    Dialled dialled;
    try {
      dialled =
          calls.call(new CallOrder(to, Optional.empty(), letter.lang()), new Paced(talking, paced));
    } catch (RuntimeException e) {
      paced.never();
      LOG.error("Whether letter {} was dialled isn't known.", letter.id(), e);
      return new Handed.Unsure("the telephone failed: " + e.getClass().getSimpleName());
    }
    if (!(dialled instanceof Dialled.Begun)) {
      paced.never();
    }
    return switch (dialled) {
      case Dialled.Begun begun -> {
        talking.begun(begun.talk());
        yield new Handed.Accepted(reference);
      }
      case Dialled.NotNow notNow -> new Handed.Refused(notNow.reason(), false);
      case Dialled.Never never -> new Handed.Refused(never.reason(), true);
    };
  }

  /**
   * Somebody calls us. Who they are is known by their number only as far as the conversation begins
   * with the right case; they are told nothing before they have shown it.
   *
   * @return empty where nobody is known by that number, or nobody is there to lead a call: then it
   *     is declined
   */
  public Optional<Incoming> incoming(PhoneNumber from) {
    Engine served = engine.get();
    return served == null
        ? Optional.empty()
        : served
            .desk()
            .called(from)
            .map(talk -> {
              Pacer.PacedCall paced = pacer.comes();
              return new CallConversation(
                  leader(served, talk.id(), talk.lang(), paced),
                  talk.lang(),
                  threads,
                  _ -> paced.ended());
            });
  }

  private Leader leader(
      Engine served, ConversationId conversation, Lang lang, Pacer.PacedCall paced) {
    return new DeskLeader(
        conversation,
        lang,
        served.desk(),
        served.callNotes(),
        new HandOver(served.colleagues(), bridge, paced, threads));
  }

  private static void tell(Engine served, String reference, TalkEnd end) {
    Disposition became = end.verdict().disposition();
    if (end.verdict().rule().alarm()) {
      LOG.error("A trunk has to be looked at: a call ended as {}.", became.id());
    }
    served.courier().receipt(Channel.CALL, reference, taken(became), became.id());
  }

  /**
   * Whether a person took it, as far as is known. Where it was taken and ended before it was plain
   * by whom, it counts as reached: the budget counts what is not known.
   */
  private static boolean taken(Disposition became) {
    return switch (became) {
      case ANSWERED_PERSON, ANSWERED_UNKNOWN -> true;
      case ANSWERED_MACHINE,
          CALL_SCREENING,
          FAX,
          BUSY,
          NO_ANSWER,
          SWITCHED_OFF,
          OUT_OF_SERVICE,
          SUSPENDED,
          INVALID_NUMBER,
          MISDIALLED,
          UNREACHABLE,
          BARRED,
          REJECTED,
          CALLER_BLOCKED,
          CODEC_REFUSED,
          REQUEST_REFUSED,
          CONGESTED,
          TRUNK_FAILED,
          CANCELLED ->
          false;
    };
  }

  @Override
  public Optional<Redial> after(String reason) {
    return Arrays.stream(Disposition.values())
        .filter(each -> each.id().equals(reason))
        .findFirst()
        .map(each -> redial(table.rule(each)));
  }

  static Redial redial(RedialRule rule) {
    if (rule.number() == RedialRule.Mark.BAD) {
      return new Redial.Bad();
    }
    return rule.redial() ? new Redial.Again(rule.after(), rule.perDay()) : new Redial.Barred();
  }
}
