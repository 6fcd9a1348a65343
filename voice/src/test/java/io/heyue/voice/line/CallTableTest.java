package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.line.CallTable.Edge;
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

class CallTableTest {
  private static final List<CallEvent> EVENTS = List.of(CallEvent.values());

  private static final Set<CallState> RANG_OR_LATER =
      EnumSet.of(
          CallState.RINGING,
          CallState.EARLY,
          CallState.UP,
          CallState.LEAVING,
          CallState.CANCELLING);

  @Test
  void theTableStandsInTheDocument() throws IOException {
    Path document = Path.of(System.getProperty("heyue.root"), "doc", "phone.md");
    String text = Files.readString(document);
    String begin = "<!-- calls:begin -->\n";
    assertThat(
            text.substring(
                text.indexOf(begin) + begin.length(), text.indexOf("<!-- calls:end -->")))
        .isEqualTo("```mermaid\n" + CallTable.drawing() + "```\n");
  }

  /** All that a call went through. */
  private record Life(List<Edge> edges, CallState last) {
    List<CallStep> steps() {
      return edges.stream().flatMap(edge -> edge.steps().stream()).toList();
    }

    long count(CallStep step) {
      return steps().stream().filter(each -> each == step).count();
    }
  }

  /**
   * A call to which anything may happen, in any order, twice and late; at last nobody gives a sign.
   */
  private static Life life(Random random) {
    List<Edge> edges = new ArrayList<>();
    CallState state = CallState.NEW;
    List<CallEvent> events = new ArrayList<>();
    switch (random.nextInt(4)) {
      case 0 -> events.add(CallEvent.INVITED);
      case 1, 2 -> events.add(CallEvent.DIAL);
      default -> {
        // Whatever comes first.
      }
    }
    for (int more = random.nextInt(12); more > 0; more--) {
      events.add(EVENTS.get(random.nextInt(EVENTS.size())));
    }
    for (int times = 0; times < 4; times++) {
      events.add(CallEvent.HANG_UP);
      events.add(CallEvent.NO_SIGN);
    }
    for (CallEvent event : events) {
      Optional<Edge> edge = CallTable.next(state, event);
      if (edge.isPresent()) {
        edges.add(edge.get());
        state = edge.get().to();
      }
    }
    return new Life(edges, state);
  }

  private static List<Life> lives() {
    Random random = new Random(31);
    List<Life> lives = new ArrayList<>();
    for (int times = 0; times < 200_000; times++) {
      lives.add(life(random));
    }
    return lives;
  }

  @Test
  void everyEdgeIsGoneAndEveryCallEnds() {
    Set<Edge> gone = new HashSet<>();
    for (Life life : lives()) {
      gone.addAll(life.edges());
      assertThat(life.last()).as("%s", life.edges()).isEqualTo(CallState.ENDED);
    }
    assertThat(gone).containsExactlyInAnyOrderElementsOf(CallTable.edges());
  }

  @Test
  void whatBeginsEndsOnce() {
    for (Life life : lives()) {
      assertThat(life.count(CallStep.TELL_ENDED)).as("%s", life).isEqualTo(1);
      assertThat(life.count(CallStep.START_MEDIA))
          .as("%s", life)
          .isLessThanOrEqualTo(1)
          .isEqualTo(life.count(CallStep.STOP_MEDIA));
      assertThat(life.count(CallStep.SEND_BYE)).as("%s", life).isLessThanOrEqualTo(1);
      assertThat(life.count(CallStep.TELL_UP)).as("%s", life).isLessThanOrEqualTo(1);
      assertThat(life.count(CallStep.SEND_PROOF)).as("%s", life).isLessThanOrEqualTo(2);
    }
  }

  /** RFC 3261, 9.1: a request that nobody answered can't be cancelled. */
  @Test
  void nothingIsCancelledBeforeASignAndOnlyOnce() {
    for (Life life : lives()) {
      assertThat(life.count(CallStep.SEND_CANCEL)).isLessThanOrEqualTo(1);
      boolean sign = false;
      for (Edge edge : life.edges()) {
        // A proof goes with a new request, of which nobody gave a sign yet.
        sign &= !edge.steps().contains(CallStep.SEND_PROOF);
        sign |=
            edge.by() == CallEvent.TRYING
                || edge.by() == CallEvent.RINGING
                || edge.by() == CallEvent.EARLY_MEDIA;
        assertThat(sign || !edge.steps().contains(CallStep.SEND_CANCEL)).as("%s", life).isTrue();
      }
    }
  }

  @Test
  void nobodyWhosePhoneRangIsCalledByAnotherTrunk() {
    for (Edge edge : CallTable.edges()) {
      if (edge.steps().contains(CallStep.TRY_ELSEWHERE)) {
        assertThat(RANG_OR_LATER).doesNotContain(edge.from());
        assertThat(edge.by()).isIn(CallEvent.TRUNK_FAILED, CallEvent.NO_SIGN);
      }
    }
  }

  @Test
  void everyAnswerIsConfirmed() {
    for (Edge edge : CallTable.edges()) {
      if (edge.by() == CallEvent.ANSWERED) {
        assertThat(edge.steps()).as("%s", edge).startsWith(CallStep.SEND_ACK);
      }
      if (edge.by() == CallEvent.PEER_LEFT) {
        assertThat(edge.steps()).as("%s", edge).startsWith(CallStep.SEND_DONE);
      }
    }
  }

  @Test
  void noEventLeadsTwoWays() {
    Set<String> ways = new HashSet<>();
    for (Edge edge : CallTable.edges()) {
      assertThat(ways.add(edge.from() + " " + edge.by())).as("%s", edge).isTrue();
    }
  }
}
