package io.heyue.voice.bridge;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.bridge.BridgeListener.Why;
import io.heyue.voice.line.Ending;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.media.Feed;
import io.heyue.voice.media.Mixer;
import io.heyue.voice.talk.Borrower;
import io.heyue.voice.talk.Loan;
import io.heyue.voice.talk.Talk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over. What happens on both legs comes into one mailbox; frames alone go past it, from
 * each leg into a feed of which the other's sound is mixed.
 */
final class Bridging implements Borrower {
  private static final String CALLER = "caller";
  private static final String AGENT = "agent";
  private static final String WHISPER = "whisper";
  private static final String TONE = "tone";

  private static final Mixer APART =
      Mixer.of(CALLER, AGENT, WHISPER, TONE).hears(CALLER, TONE).hears(AGENT, WHISPER);
  private static final Mixer JOINED =
      Mixer.of(CALLER, AGENT, WHISPER, TONE).hears(CALLER, AGENT).hears(AGENT, CALLER);

  private final Bridges bridges;
  private final Briefing briefing;
  private final BridgeListener listener;
  private final Mailbox box;
  private final Feed fromCaller = new Feed();
  private final Feed fromAgent = new Feed();
  private final List<Agent> called = new ArrayList<>();

  /** Who hears whom; read by the threads of all audio. */
  private volatile Mixer matrix = APART;

  private volatile short @Nullable [] summary;
  private @Nullable Loan loan;
  private @Nullable Leg leg;

  /** Whether all that the bot had to say was said. */
  private boolean lent;

  private boolean joined;
  private boolean over;

  Bridging(Bridges bridges, Briefing briefing, BridgeListener listener) {
    this.bridges = bridges;
    this.briefing = briefing;
    this.listener = listener;
    this.box = new Mailbox(bridges.works().threads(), bridges.works().faults());
  }

  void begin(Talk talk, Agent first) {
    bridges.works().threads().execute(this::prepare);
    box.execute(() -> {
      loan = talk.lend(this);
      dial(first);
    });
  }

  /** Makes what the colleague is told; without it they are joined all the same. */
  private void prepare() {
    short[] made = new short[0];
    try {
      if (!briefing.summary().isBlank()) {
        made =
            bridges
                .mouth(briefing.lang())
                .map(mouth -> mouth.say(briefing.summary(), briefing.lang()))
                .map(sound -> sound.at(Companding.RATE).samples())
                .orElse(made);
      }
    } catch (RuntimeException e) {
      bridges.works().faults().accept(e);
    }
    short[] whole = made;
    summary = whole;
    box.execute(() -> Optional.ofNullable(leg).ifPresent(each -> each.whisper.made(whole)));
  }

  private void dial(Agent agent) {
    called.add(agent);
    Leg next = new Leg(agent);
    short[] made = summary;
    if (made != null) {
      next.whisper.made(made);
    }
    leg = next;
    listener.dialling(agent);
    try {
      next.line = bridges.phones().dial(agent, next);
    } catch (IOException | RuntimeException e) {
      bridges.works().faults().accept(e);
      next.gone();
    }
  }

  /** The next colleague is called, or nobody takes it. */
  private void nextOr(Why why) {
    Optional<Agent> next =
        called.size() < bridges.most() ? bridges.agents().take(called) : Optional.empty();
    next.ifPresentOrElse(this::dial, () -> nobody(why));
  }

  private void nobody(Why why) {
    over = true;
    if (loan != null) {
      loan.giveBack();
    }
    listener.nobody(why);
  }

  private void joinIfReady() {
    Leg ready = leg;
    if (over || joined || !lent || loan == null || ready == null || !ready.told) {
      return;
    }
    joined = true;
    matrix = JOINED;
    loan.keep();
    listener.joined(ready.agent);
  }

  @Override
  public void lent() {
    box.execute(() -> {
      lent = true;
      if (over || loan == null) {
        return;
      }
      loan.play(
          new LegSound(
              CALLER, () -> matrix, Map.of(AGENT, Source.of(fromAgent), TONE, new HoldTone())));
      joinIfReady();
    });
  }

  @Override
  public void heard(short[] frame, long at) {
    if (matrix.heard(AGENT, CALLER)) {
      // Where there is no room their clock is ahead: this frame is dropped.
      var _ = fromCaller.offer(frame);
    }
  }

  @Override
  public void ended() {
    box.execute(() -> {
      if (over) {
        return;
      }
      over = true;
      Leg standing = leg;
      if (standing != null && standing.line != null) {
        standing.line.hangUp();
      }
      listener.over(joined);
    });
  }

  /** A colleague's leg. */
  private final class Leg implements PhoneListener {
    private final Agent agent;
    private final Whisper whisper = new Whisper(() -> box.execute(this::told));
    private @Nullable PhoneCall line;
    private boolean up;

    /** Whether they know what it is about. */
    private boolean told;

    private boolean gone;

    Leg(Agent agent) {
      this.agent = agent;
    }

    @Override
    public void up() {
      box.execute(() -> {
        if (over || gone || line == null) {
          return;
        }
        up = true;
        line.play(
            new LegSound(
                AGENT, () -> matrix, Map.of(CALLER, Source.of(fromCaller), WHISPER, whisper)));
        listener.whispering(agent);
      });
    }

    private void told() {
      told = true;
      joinIfReady();
    }

    @Override
    public void heard(short[] frame, long at) {
      if (matrix.heard(CALLER, AGENT)) {
        var _ = fromAgent.offer(frame);
      }
    }

    /**
     * Nothing comes from them: a phone that is muted, or one that broke down. Whether it is still
     * there is asked, and where it isn't, its call ends (RFC 3261, 12.2.1.2), so that nobody is
     * left alone on the line for long.
     */
    @Override
    public void silent() {
      box.execute(() -> {
        if (line != null && !gone) {
          line.hold(false);
        }
      });
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      box.execute(this::gone);
    }

    void gone() {
      if (gone) {
        return;
      }
      gone = true;
      bridges.agents().release(agent);
      if (over || !this.equals(leg)) {
        return;
      }
      leg = null;
      if (joined) {
        if (loan != null) {
          loan.hangUp();
        }
      } else if (up) {
        nobody(Why.LEFT);
      } else {
        nextOr(Why.NOT_ANSWERED);
      }
    }
  }
}
