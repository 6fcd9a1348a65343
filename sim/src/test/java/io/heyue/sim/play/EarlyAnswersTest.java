package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.phone.CallConversation;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Disposition;
import io.heyue.sim.phone.ParleyLeader;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.talk.Borrower;
import io.heyue.voice.talk.Loan;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TheirTurn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pressed or said before our next question is heard doesn't answer it. */
class EarlyAnswersTest {
  private static @Nullable Stage stage;

  @TempDir static @Nullable Path folder;

  private @Nullable Parley parley;
  private @Nullable CallConversation call;
  private final Voice voice = new Voice();

  @BeforeAll
  static void open() {
    stage = Stage.open(Stage.root());
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  /** Remembers what it was to say. */
  private static final class Voice implements Talk {
    private final List<Long> said = new ArrayList<>();

    @Override
    public void say(Saying saying) {
      said.add(saying.id());
    }

    @Override
    public void hush() {}

    @Override
    public void speak(Lang lang) {}

    @Override
    public boolean closed(Lang lang) {
      return false;
    }

    @Override
    public void answersUs(boolean byKey) {}

    @Override
    public void unrecorded() {}

    @Override
    public void press(String keys) {}

    @Override
    public void leave() {}

    @Override
    public Loan lend(Borrower borrower) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void hangUp() {}
  }

  @BeforeEach
  void call() {
    CallLines lines = new CallLines(Objects.requireNonNull(stage), Objects.requireNonNull(folder));
    parley = lines.fresh(Lang.ZH);
    call =
        new CallConversation(new ParleyLeader(parley(), _ -> {}), Lang.ZH, Runnable::run, _ -> {});
    conversation().begun(voice);
    conversation().up();
    heard();
    conversation().keyed("1");
    heard();
    conversation().keyed(lines.proof(Lang.ZH));
    heard();
    conversation().keyed("05");
  }

  private Parley parley() {
    return Objects.requireNonNull(parley);
  }

  private CallConversation conversation() {
    return Objects.requireNonNull(call);
  }

  /** All that we said is heard. */
  private void heard() {
    long last = voice.said.getLast();
    conversation().begins(last);
    conversation().asked(last);
  }

  private static TheirTurn turn(String words) {
    return new TheirTurn(
        List.of(new Hypothesis(words, 0.9)),
        false,
        Lang.ZH,
        Optional.empty(),
        false,
        Duration.ZERO);
  }

  @Test
  void aSecondPressAgreesToNothing() {
    int steps = parley().steps().size();
    conversation().keyed("1");
    assertThat(parley().steps()).hasSize(steps);
    heard();
    conversation().keyed("1");
    assertThat(parley().steps()).hasSizeGreaterThan(steps);
    heard();
    conversation().keyed("2");
    assertThat(parley().state().ended()).contains(Disposition.PROMISE);
  }

  @Test
  void aPersonMayBeWantedAtAnyTime() {
    conversation().keyed("0");
    assertThat(parley().state().ended()).contains(Disposition.HANDOVER);
  }

  /** It is heard, since it may be anything; but agreed is nothing by it. */
  @Test
  void aYesThatBeganBeforeIsAskedAbout() {
    conversation().began();
    heard();
    conversation().said(turn("可以"));
    assertThat(parley().steps().getLast().event().spoken()).isTrue();
    assertThat(parley().state().ended()).isEmpty();
    heard();
    conversation().keyed("1");
    heard();
    conversation().keyed("2");
    assertThat(parley().state().ended())
        .as(CallLines.words(parley()))
        .contains(Disposition.PROMISE);
  }

  @Test
  void aYesThatCameAfterIsOne() {
    heard();
    conversation().began();
    conversation().said(turn("对"));
    heard();
    conversation().keyed("2");
    assertThat(parley().state().ended())
        .as(CallLines.words(parley()))
        .contains(Disposition.PROMISE);
  }
}
