package io.heyue.voice.line;

import static io.heyue.voice.line.CallEvent.ACCEPT;
import static io.heyue.voice.line.CallEvent.ANSWERED;
import static io.heyue.voice.line.CallEvent.CHALLENGED;
import static io.heyue.voice.line.CallEvent.CONFIRMED;
import static io.heyue.voice.line.CallEvent.DIAL;
import static io.heyue.voice.line.CallEvent.DONE;
import static io.heyue.voice.line.CallEvent.EARLY_MEDIA;
import static io.heyue.voice.line.CallEvent.HANG_UP;
import static io.heyue.voice.line.CallEvent.INVITED;
import static io.heyue.voice.line.CallEvent.NO_SIGN;
import static io.heyue.voice.line.CallEvent.PEER_CANCELLED;
import static io.heyue.voice.line.CallEvent.PEER_LEFT;
import static io.heyue.voice.line.CallEvent.REFUSED;
import static io.heyue.voice.line.CallEvent.STALE;
import static io.heyue.voice.line.CallEvent.TRUNK_FAILED;
import static io.heyue.voice.line.CallEvent.TRYING;
import static io.heyue.voice.line.CallState.ANSWERING;
import static io.heyue.voice.line.CallState.CALLING;
import static io.heyue.voice.line.CallState.CANCELLING;
import static io.heyue.voice.line.CallState.DROPPING;
import static io.heyue.voice.line.CallState.EARLY;
import static io.heyue.voice.line.CallState.ENDED;
import static io.heyue.voice.line.CallState.LEAVING;
import static io.heyue.voice.line.CallState.NEW;
import static io.heyue.voice.line.CallState.OFFERED;
import static io.heyue.voice.line.CallState.PROCEEDING;
import static io.heyue.voice.line.CallState.PROVEN;
import static io.heyue.voice.line.CallState.PROVEN_AGAIN;
import static io.heyue.voice.line.CallState.PROVING;
import static io.heyue.voice.line.CallState.PROVING_AGAIN;
import static io.heyue.voice.line.CallState.QUITTING;
import static io.heyue.voice.line.CallState.RINGING;
import static io.heyue.voice.line.CallState.UP;
import static io.heyue.voice.line.CallStep.SEND_ACK;
import static io.heyue.voice.line.CallStep.SEND_ANSWER;
import static io.heyue.voice.line.CallStep.SEND_BYE;
import static io.heyue.voice.line.CallStep.SEND_CANCEL;
import static io.heyue.voice.line.CallStep.SEND_DONE;
import static io.heyue.voice.line.CallStep.SEND_INVITE;
import static io.heyue.voice.line.CallStep.SEND_PROOF;
import static io.heyue.voice.line.CallStep.SEND_REFUSAL;
import static io.heyue.voice.line.CallStep.SEND_RINGING;
import static io.heyue.voice.line.CallStep.SEND_TERMINATED;
import static io.heyue.voice.line.CallStep.START_MEDIA;
import static io.heyue.voice.line.CallStep.STOP_MEDIA;
import static io.heyue.voice.line.CallStep.TELL_ENDED;
import static io.heyue.voice.line.CallStep.TELL_RINGING;
import static io.heyue.voice.line.CallStep.TELL_UP;
import static io.heyue.voice.line.CallStep.TRY_ELSEWHERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states of a call and the ways between them, every edge there is (RFC 3261; 9.1 for
 * cancelling, 13 and 15 for what begins and ends a call). What stands in no edge does not happen:
 * the call stays as it is, so that messages may come late, twice and in any order.
 *
 * <p>Five things can be read off it. Nothing is cancelled before the other side gave a sign. Who
 * takes a call that we cancelled is thanked and hung up on. Another trunk is only tried before
 * anybody's phone rang, and nobody proves more than twice who they are. And every way leads to the
 * end.
 */
public final class CallTable {
  /**
   * A way from one state to another.
   *
   * @param steps what is done on it, in order
   */
  public record Edge(CallState from, CallEvent by, CallState to, List<CallStep> steps) {
    public Edge {
      steps = List.copyOf(steps);
    }
  }

  /** We called and nobody's phone rang yet. */
  private static final List<CallState> ASKED =
      List.of(CALLING, PROVING, PROVING_AGAIN, PROCEEDING, PROVEN, PROVEN_AGAIN);

  /** And nobody gave a sign that could be cancelled. */
  private static final List<CallState> UNHEARD = List.of(CALLING, PROVING, PROVING_AGAIN);

  /** And the network took it on. */
  private static final List<CallState> TAKEN_ON = List.of(PROCEEDING, PROVEN, PROVEN_AGAIN);

  private static final List<Edge> EDGES = edgesOfAll();

  private CallTable() {}

  private static List<Edge> edgesOfAll() {
    List<Edge> edges = new ArrayList<>();
    calling(edges);
    ringing(edges);
    givingUp(edges);
    called(edges);
    talking(edges);
    return List.copyOf(edges);
  }

  private static void add(
      List<Edge> edges, CallState from, CallEvent by, CallState to, CallStep... steps) {
    edges.add(new Edge(from, by, to, List.of(steps)));
  }

  private static void calling(List<Edge> edges) {
    add(edges, NEW, DIAL, CALLING, SEND_INVITE);
    add(edges, NEW, HANG_UP, ENDED, TELL_ENDED);
    for (int tries = 0; tries < UNHEARD.size(); tries++) {
      add(edges, UNHEARD.get(tries), TRYING, TAKEN_ON.get(tries));
    }
    for (CallState from : List.of(CALLING, PROCEEDING)) {
      add(edges, from, CHALLENGED, PROVING, SEND_PROOF);
    }
    for (CallState from : List.of(PROVING, PROVEN)) {
      add(edges, from, STALE, PROVING_AGAIN, SEND_PROOF);
      add(edges, from, CHALLENGED, ENDED, TELL_ENDED);
    }
    for (CallState from : List.of(PROVING_AGAIN, PROVEN_AGAIN)) {
      add(edges, from, STALE, ENDED, TELL_ENDED);
      add(edges, from, CHALLENGED, ENDED, TELL_ENDED);
    }
    for (CallState from : ASKED) {
      add(edges, from, CallEvent.RINGING, RINGING, TELL_RINGING);
      add(edges, from, EARLY_MEDIA, EARLY, START_MEDIA, TELL_RINGING);
      add(edges, from, ANSWERED, UP, SEND_ACK, START_MEDIA, TELL_UP);
      add(edges, from, REFUSED, ENDED, TELL_ENDED);
      add(edges, from, TRUNK_FAILED, ENDED, TRY_ELSEWHERE, TELL_ENDED);
    }
    for (CallState from : UNHEARD) {
      add(edges, from, NO_SIGN, ENDED, TRY_ELSEWHERE, TELL_ENDED);
      add(edges, from, HANG_UP, QUITTING);
    }
    for (CallState from : TAKEN_ON) {
      add(edges, from, NO_SIGN, CANCELLING, SEND_CANCEL);
      add(edges, from, HANG_UP, CANCELLING, SEND_CANCEL);
    }
  }

  private static void ringing(List<Edge> edges) {
    add(edges, RINGING, EARLY_MEDIA, EARLY, START_MEDIA);
    add(edges, RINGING, ANSWERED, UP, SEND_ACK, START_MEDIA, TELL_UP);
    add(edges, RINGING, REFUSED, ENDED, TELL_ENDED);
    add(edges, RINGING, TRUNK_FAILED, ENDED, TELL_ENDED);
    add(edges, RINGING, HANG_UP, CANCELLING, SEND_CANCEL);
    add(edges, RINGING, NO_SIGN, CANCELLING, SEND_CANCEL);
    add(edges, EARLY, ANSWERED, UP, SEND_ACK, TELL_UP);
    add(edges, EARLY, REFUSED, ENDED, STOP_MEDIA, TELL_ENDED);
    add(edges, EARLY, TRUNK_FAILED, ENDED, STOP_MEDIA, TELL_ENDED);
    add(edges, EARLY, HANG_UP, CANCELLING, STOP_MEDIA, SEND_CANCEL);
    add(edges, EARLY, NO_SIGN, CANCELLING, STOP_MEDIA, SEND_CANCEL);
  }

  private static void givingUp(List<Edge> edges) {
    for (CallEvent sign : List.of(TRYING, CallEvent.RINGING, EARLY_MEDIA)) {
      add(edges, QUITTING, sign, CANCELLING, SEND_CANCEL);
    }
    for (CallState from : List.of(QUITTING, CANCELLING)) {
      add(edges, from, ANSWERED, LEAVING, SEND_ACK, SEND_BYE);
      add(edges, from, REFUSED, ENDED, TELL_ENDED);
      add(edges, from, TRUNK_FAILED, ENDED, TELL_ENDED);
      add(edges, from, NO_SIGN, ENDED, TELL_ENDED);
      add(edges, from, CHALLENGED, ENDED, TELL_ENDED);
      add(edges, from, STALE, ENDED, TELL_ENDED);
    }
  }

  private static void called(List<Edge> edges) {
    add(edges, NEW, INVITED, OFFERED, SEND_RINGING);
    add(edges, OFFERED, ACCEPT, ANSWERING, SEND_ANSWER, START_MEDIA);
    add(edges, OFFERED, HANG_UP, ENDED, SEND_REFUSAL, TELL_ENDED);
    add(edges, OFFERED, NO_SIGN, ENDED, SEND_REFUSAL, TELL_ENDED);
    add(edges, OFFERED, PEER_CANCELLED, ENDED, SEND_TERMINATED, TELL_ENDED);
    add(edges, OFFERED, PEER_LEFT, ENDED, SEND_DONE, SEND_TERMINATED, TELL_ENDED);
    add(edges, ANSWERING, CONFIRMED, UP, TELL_UP);
    add(edges, ANSWERING, PEER_LEFT, ENDED, SEND_DONE, STOP_MEDIA, TELL_ENDED);
    add(edges, ANSWERING, HANG_UP, DROPPING, STOP_MEDIA);
    add(edges, ANSWERING, NO_SIGN, LEAVING, STOP_MEDIA, SEND_BYE);
    add(edges, DROPPING, CONFIRMED, LEAVING, SEND_BYE);
    add(edges, DROPPING, NO_SIGN, LEAVING, SEND_BYE);
    add(edges, DROPPING, PEER_LEFT, ENDED, SEND_DONE, TELL_ENDED);
  }

  private static void talking(List<Edge> edges) {
    add(edges, UP, ANSWERED, UP, SEND_ACK);
    add(edges, UP, PEER_LEFT, ENDED, SEND_DONE, STOP_MEDIA, TELL_ENDED);
    add(edges, UP, HANG_UP, LEAVING, STOP_MEDIA, SEND_BYE);
    add(edges, UP, NO_SIGN, LEAVING, STOP_MEDIA, SEND_BYE);
    add(edges, UP, TRUNK_FAILED, LEAVING, STOP_MEDIA, SEND_BYE);
    add(edges, LEAVING, ANSWERED, LEAVING, SEND_ACK);
    add(edges, LEAVING, PEER_LEFT, LEAVING, SEND_DONE);
    add(edges, LEAVING, DONE, ENDED, TELL_ENDED);
    add(edges, LEAVING, TRUNK_FAILED, ENDED, TELL_ENDED);
    add(edges, LEAVING, NO_SIGN, ENDED, TELL_ENDED);
  }

  /** All edges, in the order in which they are drawn. */
  public static List<Edge> edges() {
    return EDGES;
  }

  /** The edge that is gone; empty where nothing happens. */
  public static Optional<Edge> next(CallState from, CallEvent by) {
    return EDGES.stream().filter(edge -> edge.from() == from && edge.by() == by).findFirst();
  }

  /** The table as a drawing, in the language of Mermaid. */
  public static String drawing() {
    StringBuilder drawing = new StringBuilder("stateDiagram-v2\n  [*] --> new\n");
    for (Edge edge : EDGES) {
      String steps =
          String.join(
              ", ", edge.steps().stream().map(step -> step.id().replace('_', ' ')).toList());
      drawing.append(
          "  %s --> %s : %s%s\n"
              .formatted(
                  edge.from().id(),
                  edge.to().id(),
                  edge.by().id().replace('_', ' '),
                  steps.isEmpty() ? "" : " / " + steps));
    }
    return drawing.append("  ended --> [*]\n").toString();
  }
}
