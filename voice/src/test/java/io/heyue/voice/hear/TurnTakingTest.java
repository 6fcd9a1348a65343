package io.heyue.voice.hear;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.hear.TurnTaking.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTakingTest {
  private static final List<TurnEvent> EVENTS = List.of(TurnEvent.values());

  /** What any conversation comes to when nobody says more. */
  private static final List<TurnEvent> LAST =
      List.of(
          TurnEvent.SPEECH_ENDED,
          TurnEvent.TIMER,
          TurnEvent.WE_END,
          TurnEvent.SPEECH_ENDED,
          TurnEvent.END_OF_TURN);

  @Test
  void theTableStandsInTheDocument() throws IOException {
    String text = Files.readString(Path.of(System.getProperty("heyue.root"), "doc", "phone.md"));
    String begin = "<!-- turns:begin -->\n";
    assertThat(
            text.substring(
                text.indexOf(begin) + begin.length(), text.indexOf("<!-- turns:end -->")))
        .isEqualTo("```mermaid\n" + TurnTaking.drawing() + "```\n");
  }

  @Test
  void theDrawingShowsEveryEdgeOnce() {
    List<String> lines = TurnTaking.drawing().lines().toList();
    assertThat(lines).hasSize(TurnTaking.edges().size() + 2).doesNotHaveDuplicates();
    assertThat(lines)
        .contains(
            "  overlap --> yielded : speech long / stop speaking",
            "  resumable --> speaking : timer / resume",
            "  protected_kept --> listening : we end / give turn",
            "  overlap --> overlap_backchannel : backchannel / ignore");
  }

  /** A conversation, checked while it goes on. */
  private static final class Talk {
    private final List<Edge> gone = new ArrayList<>();
    private TurnState state = TurnState.LISTENING;

    /** Whether our sound is heard, by nothing but what was begun, ended and done. */
    private boolean sounding;

    /** Whether it may not be stopped. */
    private boolean mandatory;

    /** Whether there is something that we stopped and may go on with. */
    private boolean stopped;

    /** Whether words of theirs wait for an answer. */
    private boolean waiting;

    private int overlapped;

    void happens(TurnEvent event) {
      Optional<Edge> edge = TurnTaking.next(state, event);
      if (edge.isEmpty()) {
        return;
      }
      begins(event);
      for (TurnStep step : edge.get().steps()) {
        done(step, event);
      }
      state = edge.get().to();
      gone.add(edge.get());
      assertThat(state.speaking()).as("%s", gone).isEqualTo(sounding);
      assertThat(state.isProtected()).as("%s", gone).isEqualTo(sounding && mandatory);
      overlapped = state.overlap() ? overlapped + 1 : 0;
    }

    private void begins(TurnEvent event) {
      switch (event) {
        case WE_BEGIN, WE_BEGIN_PROTECTED -> {
          sounding = true;
          mandatory = event == TurnEvent.WE_BEGIN_PROTECTED;
          stopped = false;
          // Who speaks although they wait answers them, but not in the middle of an overlap.
          waiting &= state.speaking();
        }
        case WE_END -> {
          assertThat(sounding).isTrue();
          sounding = false;
          mandatory = false;
        }
        case WORDS -> waiting = true;
        case BACKCHANNEL, SPEECH_BEGAN, SPEECH_LONG, SPEECH_ENDED, END_OF_TURN, TIMER -> {
          // They change nothing by themselves.
        }
      }
    }

    private void done(TurnStep step, TurnEvent event) {
      switch (step) {
        case STOP_SPEAKING -> {
          assertThat(sounding).as("what is silent can't be stopped: %s", gone).isTrue();
          assertThat(mandatory).as("a protected piece was stopped: %s", gone).isFalse();
          assertThat(event).isNotEqualTo(TurnEvent.BACKCHANNEL);
          sounding = false;
          stopped = true;
        }
        case RESUME -> {
          assertThat(sounding).isFalse();
          assertThat(stopped).as("nothing was stopped: %s", gone).isTrue();
          assertThat(waiting).as("words were passed over: %s", gone).isFalse();
          sounding = true;
          stopped = false;
        }
        case GIVE_TURN -> {
          assertThat(sounding).as("we speak: %s", gone).isFalse();
          waiting = false;
          stopped = false;
        }
        case KEEP -> assertThat(event).isIn(TurnEvent.WORDS, TurnEvent.BACKCHANNEL);
        case IGNORE -> assertThat(event).isEqualTo(TurnEvent.BACKCHANNEL);
      }
    }
  }

  @Test
  void whateverHappensTheRulesHold() {
    Random random = new Random(53);
    Set<Edge> gone = new HashSet<>();
    for (int times = 0; times < 100_000; times++) {
      Talk talk = new Talk();
      for (int more = random.nextInt(25); more > 0; more--) {
        talk.happens(EVENTS.get(random.nextInt(EVENTS.size())));
      }
      for (int rounds = 0; rounds < 2; rounds++) {
        LAST.forEach(talk::happens);
      }
      assertThat(talk.state).as("%s", talk.gone).isEqualTo(TurnState.LISTENING);
      assertThat(talk.waiting).as("words were lost: %s", talk.gone).isFalse();
      gone.addAll(talk.gone);
    }
    assertThat(gone).containsExactlyInAnyOrderElementsOf(TurnTaking.edges());
  }

  @Test
  void everyOverlapEndsByTimeAlone() {
    for (TurnState state : TurnState.values()) {
      if (state.overlap()) {
        Edge edge = TurnTaking.next(state, TurnEvent.TIMER).orElseThrow();
        assertThat(edge.steps()).containsExactly(TurnStep.STOP_SPEAKING);
        assertThat(edge.to().speaking()).isFalse();
        assertThat(TurnTaking.next(state, TurnEvent.WE_END).orElseThrow().to().overlap()).isFalse();
        assertThat(TurnTaking.next(state, TurnEvent.SPEECH_ENDED).orElseThrow().to().overlap())
            .isFalse();
      }
    }
  }

  @Test
  void whatIsProtectedIsNeverStopped() {
    for (Edge edge : TurnTaking.edges()) {
      if (edge.from().isProtected()) {
        boolean over = edge.by() == TurnEvent.WE_END || edge.by() == TurnEvent.WE_BEGIN;
        assertThat(edge.to().isProtected()).as("%s", edge).isEqualTo(!over);
        assertThat(over || !edge.steps().contains(TurnStep.STOP_SPEAKING)).as("%s", edge).isTrue();
      }
    }
    for (TurnState state : TurnState.values()) {
      if (state.isProtected()) {
        assertThat(TurnTaking.next(state, TurnEvent.WORDS).orElseThrow().steps())
            .containsExactly(TurnStep.KEEP);
      }
    }
  }

  @Test
  void aBackchannelNeverStopsUs() {
    for (Edge edge : TurnTaking.edges()) {
      if (edge.by() == TurnEvent.BACKCHANNEL) {
        assertThat(edge.to().speaking()).as("%s", edge).isEqualTo(edge.from().speaking());
      }
    }
    assertThat(TurnTaking.next(TurnState.OVERLAP_BACKCHANNEL, TurnEvent.SPEECH_LONG)).isEmpty();
  }

  @Test
  void wordsAreUnderstoodInEveryState() {
    for (TurnState state : TurnState.values()) {
      Edge edge = TurnTaking.next(state, TurnEvent.WORDS).orElseThrow();
      assertThat(edge.steps()).as("%s", edge).contains(TurnStep.KEEP);
      assertThat(TurnTaking.next(state, TurnEvent.BACKCHANNEL)).isPresent();
    }
  }

  @Test
  void everyStateCanBeReachedAndLeft() {
    Set<TurnState> reached = EnumSet.of(TurnState.LISTENING);
    Set<TurnState> left = EnumSet.noneOf(TurnState.class);
    for (Edge edge : TurnTaking.edges()) {
      if (edge.from() != edge.to()) {
        reached.add(edge.to());
        left.add(edge.from());
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(TurnState.values());
    assertThat(left).containsExactlyInAnyOrder(TurnState.values());
  }

  @Test
  void noEventLeadsTwoWays() {
    Set<String> ways = new HashSet<>();
    for (Edge edge : TurnTaking.edges()) {
      assertThat(ways.add(edge.from() + " " + edge.by())).as("%s", edge).isTrue();
    }
  }
}
