package io.heyue.voice.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.bridge.Party.Manner;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.talk.Knowledge;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Talks;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three telephones on loopback: a caller's, ours and a colleague's; each sings a tone. */
class BridgesTest {
  private static final long BOUND_SECONDS = 30;

  private static final List<String> NOTES = new CopyOnWriteArrayList<>();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static Telephone ours;
  private static Party caller;
  private static Party agent;
  private static Party other;

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** Frames in which our recogniser's ears heard anything. */
  private final AtomicInteger recognised = new AtomicInteger();

  private Agents agents = new Agents(List.of());

  /** Colleagues' legs, and what was asked of them beside being spoken to. */
  private final List<Watched> legs = new CopyOnWriteArrayList<>();

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private Talk talk;

  @BeforeAll
  static void open() {
    ours = Party.telephone(NOTES);
    caller = new Party(Tones.CALLER);
    agent = new Party(Tones.AGENT);
    other = new Party(Tones.AGENT);
  }

  @AfterAll
  static void close() {
    other.close();
    agent.close();
    caller.close();
    ours.close();
    THREADS.close();
    assertThat(NOTES).isEmpty();
  }

  @BeforeEach
  void begin() throws Exception {
    TalkParts parts =
        new TalkParts(
            _ -> new Ears(),
            HearingSettings.usual(),
            Map.of(Lang.EN, Tones.mouth()),
            Map.of(),
            Knowledge.standard(),
            new TalkParts.Works(THREADS, THREADS, faults::add, false, Optional.empty()));
    talk =
        Talks.call(
            ours,
            caller.address(),
            new Telephone.Manner(
                ours.address(caller.address().transport()),
                Optional.empty(),
                Secrecy.WHERE_OFFERED,
                Patience.USUAL),
            parts,
            new Talks.Led(Lang.EN, new Leading()));
    hears("up");
    caller.isTold("up");
  }

  @AfterEach
  void end() throws Exception {
    for (Party each : List.of(caller, agent, other)) {
      each.reset();
    }
    assertThat(faults).isEmpty();
  }

  /** A colleague's leg of which is noted what is asked of it. */
  private record Watched(PhoneCall line, PhoneListener listener, BlockingQueue<String> asked)
      implements PhoneCall {
    @Override
    public PlaybackId play(Playback playback) {
      return line.play(playback);
    }

    @Override
    public void flush() {
      line.flush();
    }

    @Override
    public void press(Key key, Duration held) {
      line.press(key, held);
    }

    @Override
    public void hold(boolean on) {
      asked.add("hold " + on);
      line.hold(on);
    }

    @Override
    public void transfer(SipAddress to) {
      line.transfer(to);
    }

    @Override
    public void hangUp() {
      line.hangUp();
    }
  }

  private final class Ears implements SpeechHub.Line {
    @Override
    public void came(short[] samples, long at) {
      if (Arrays.equals(samples, new short[samples.length])) {
        return;
      }
      recognised.incrementAndGet();
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public void close() {}
  }

  private final class Leading implements TalkListener {
    @Override
    public void up() {
      told.add("up");
    }

    @Override
    public void said(TheirTurn turn) {}

    @Override
    public void keyed(String keys) {}

    @Override
    public void quiet(Duration since) {}

    @Override
    public void ended(TalkEnd end) {
      told.add("ended");
    }
  }

  private final class Noting implements BridgeListener {
    @Override
    public void dialling(Agent agent) {
      told.add("dialling " + agent.name());
    }

    @Override
    public void whispering(Agent agent) {
      told.add("whispering " + agent.name());
    }

    @Override
    public void joined(Agent agent) {
      told.add("joined " + agent.name());
    }

    @Override
    public void nobody(Why why) {
      told.add("nobody " + why.id());
    }

    @Override
    public void over(boolean joined) {
      told.add("over " + joined);
    }
  }

  private void hears(String... expected) throws InterruptedException {
    for (String each : expected) {
      assertThat(told.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo(each);
    }
  }

  private static Saying saying(long id, Tones tone) {
    return new Saying(
        id,
        List.of(new Saying.Sentence(tone.name(), false)),
        MayHear.GREETING,
        Expected.ANYTHING,
        0,
        Duration.ofSeconds(30),
        Saying.Delivery.USUAL);
  }

  private boolean handOver(Duration answer, Party... called) {
    List<Agent> all =
        Arrays.stream(called)
            .map(each -> new Agent(each.equals(agent) ? "lin" : "wang", each.address()))
            .toList();
    agents = new Agents(all);
    AgentPhones phones = AgentPhones.by(ours, "heyue", Secrecy.WHERE_OFFERED, answer);
    Bridges bridges =
        new Bridges(
            agents,
            (colleague, listener) -> {
              Watched line = new Watched(phones.dial(colleague, listener), listener, asked);
              legs.add(line);
              return line;
            },
            Map.of(Lang.EN, Tones.mouth()),
            3,
            new Bridges.Works(THREADS, faults::add));
    talk.say(saying(1, Tones.BOT));
    return bridges.handOver(talk, new Briefing(Lang.EN, Tones.WHISPER.name()), new Noting());
  }

  private void joins() throws InterruptedException {
    assertThat(handOver(Duration.ofSeconds(20), agent)).isTrue();
    hears("dialling lin");
    agent.isTold("up");
    hears("whispering lin");
    caller.hears(Tones.BOT);
    agent.hears(Tones.WHISPER);
    hears("joined lin");
  }

  @Test
  void aColleagueIsToldAndJoinedAndTheBotLeaves() throws Exception {
    joins();
    assertThat(agents.free()).isZero();
    agent.hears(Tones.CALLER);
    caller.hears(Tones.AGENT);
    assertThat(caller.tones())
        .containsKeys(Tones.BOT, Tones.AGENT)
        .doesNotContainKeys(Tones.WHISPER, Tones.CALLER);
    assertThat(agent.tones())
        .containsKeys(Tones.WHISPER, Tones.CALLER)
        .doesNotContainKeys(Tones.BOT, Tones.HOLD, Tones.AGENT);

    int before = recognised.get();
    talk.say(saying(2, Tones.SORRY));
    agent.listens(50);
    caller.listens(50);
    assertThat(agent.tones()).containsOnlyKeys(Tones.CALLER);
    assertThat(caller.tones()).containsOnlyKeys(Tones.AGENT);
    assertThat(recognised).hasValue(before);

    agent.hangsUp();
    agent.isTold("ended");
    caller.isTold("ended");
    assertThat(List.of(took(), took())).containsExactlyInAnyOrder("over true", "ended");
    assertThat(agents.free()).isEqualTo(1);
  }

  private String took() throws InterruptedException {
    return String.valueOf(told.poll(BOUND_SECONDS, TimeUnit.SECONDS));
  }

  /** A phone that broke down says no goodbye; one that is muted is still there. */
  @Test
  void aColleagueWhoSendsNothingIsAskedWhetherTheyAreThere() throws Exception {
    joins();
    legs.getFirst().listener().silent();
    assertThat(asked.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo("hold false");
    agent.hears(Tones.CALLER);
    agent.hangsUp();
    caller.isTold("ended");
    assertThat(List.of(took(), took())).containsExactlyInAnyOrder("over true", "ended");
  }

  @Test
  void theColleaguesLegEndsWithTheCallers() throws Exception {
    joins();
    agent.hears(Tones.CALLER);
    caller.hangsUp();
    agent.isTold("ended");
    assertThat(List.of(took(), took())).containsExactlyInAnyOrder("over true", "ended");
  }

  @Test
  void whoeverWaitsHearsATone() throws Exception {
    agent.that(Manner.LETS_RING);
    assertThat(handOver(Duration.ofSeconds(20), agent)).isTrue();
    caller.hears(Tones.BOT);
    caller.hears(Tones.HOLD);
    int before = recognised.get();
    caller.tones();
    caller.listens(100);
    // A busy machine loses packets; of a tone that stopped hardly any would come.
    Map<Tones, Integer> waiting = caller.tones();
    assertThat(waiting).containsOnlyKeys(Tones.HOLD);
    assertThat(waiting.get(Tones.HOLD)).isGreaterThan(50);
    assertThat(recognised).hasValue(before);
    hears("dialling lin");
    caller.hangsUp();
    assertThat(List.of(took(), took())).containsExactlyInAnyOrder("over false", "ended");
    agent.isTold("ended");
  }

  @Test
  void whoRefusesIsFollowedByTheNext() throws Exception {
    agent.that(Manner.REFUSES);
    assertThat(handOver(Duration.ofSeconds(20), agent, other)).isTrue();
    hears("dialling lin", "dialling wang", "whispering wang", "joined wang");
    other.hears(Tones.CALLER);
    caller.hears(Tones.AGENT);
    assertThat(agents.free()).isEqualTo(1);
  }

  @Test
  void whereNobodyAnswersTheTalkGoesOn() throws Exception {
    agent.that(Manner.LETS_RING);
    other.that(Manner.LETS_RING);
    assertThat(handOver(Duration.ofMillis(1_500), agent, other)).isTrue();
    hears("dialling lin", "dialling wang", "nobody not_answered");
    talkGoesOn();
    assertThat(caller.tones()).containsKeys(Tones.BOT, Tones.HOLD);
  }

  @Test
  void whoHangsUpBeforeTheyAreJoinedLeavesTheCallToTheTalk() throws Exception {
    assertThat(handOver(Duration.ofSeconds(20), agent)).isTrue();
    agent.hears(Tones.WHISPER);
    agent.hangsUp();
    hears("dialling lin", "whispering lin", "nobody left");
    talkGoesOn();
    assertThat(caller.tones()).doesNotContainKeys(Tones.WHISPER, Tones.AGENT);
  }

  private void talkGoesOn() throws InterruptedException {
    int before = recognised.get();
    talk.say(saying(2, Tones.SORRY));
    talk.leave();
    caller.hears(Tones.SORRY);
    assertThat(recognised.get()).isGreaterThan(before);
    caller.isTold("ended");
    hears("ended");
    assertThat(agents.free()).isEqualTo(agents.all());
  }

  @Test
  void whereNobodyIsFreeNobodyIsCalled() throws Exception {
    assertThat(handOver(Duration.ofSeconds(20))).isFalse();
    caller.hears(Tones.BOT);
    assertThat(told).isEmpty();
    agents = new Agents(List.of(new Agent("lin", agent.address())));
    assertThat(agents.take(List.of())).isPresent();
    assertThat(agents.take(List.of())).isEmpty();
  }
}
