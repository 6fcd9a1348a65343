package io.heyue.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.budget.PermitTable.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermitTableTest {
  @Test
  void theTableStandsInTheDocument() throws IOException {
    Path document = Path.of(System.getProperty("heyue.root"), "doc", "budget.md");
    String text = Files.readString(document);
    assertThat(part(text, "drawing")).isEqualTo("```mermaid\n" + PermitTable.drawing() + "```\n");
    assertThat(part(text, "counting")).isEqualTo(PermitTable.counting());
  }

  private static String part(String text, String name) {
    String begin = "<!-- " + name + ":begin -->\n";
    return text.substring(
        text.indexOf(begin) + begin.length(), text.indexOf("<!-- " + name + ":end -->"));
  }

  @Test
  void everyEdgeLeadsWhereTheTableSaysAndThereAreNoOthers() {
    int edges = 0;
    for (PermitState from : PermitState.values()) {
      for (PermitEvent event : PermitEvent.values()) {
        Optional<PermitState> next = PermitTable.next(from, event);
        assertThat(next.isPresent()).isEqualTo(PermitTable.from(event).contains(from));
        if (next.isPresent()) {
          edges++;
          assertThat(next).contains(PermitTable.to(event));
          assertThat(next).isNotEqualTo(Optional.of(from));
        }
      }
    }
    assertThat(PermitTable.edges()).hasSize(edges).doesNotHaveDuplicates();
  }

  @Test
  void everyStateCanBeComeToAndTheLastOnesAreKnown() {
    Set<PermitState> come = EnumSet.of(PermitState.RESERVED);
    for (PermitState _ : PermitState.values()) {
      for (Edge edge : PermitTable.edges()) {
        if (come.contains(edge.from())) {
          come.add(edge.to());
        }
      }
    }
    assertThat(come).containsExactly(PermitState.values());
    assertThat(EnumSet.allOf(PermitState.class).stream().filter(PermitTable::isLast))
        .containsExactly(PermitState.EXPIRED, PermitState.RELEASED, PermitState.REACHED);
  }

  @Test
  void nothingIsGivenBackThatMayHaveGoneOut() {
    assertThat(PermitTable.from(PermitEvent.RELEASE)).containsExactly(PermitState.RESERVED);
    for (Edge edge : PermitTable.edges()) {
      boolean givesBack =
          edge.from().counts(Counter.ATTEMPTS) && !edge.to().counts(Counter.ATTEMPTS);
      assertThat(givesBack).as(edge.toString()).isEqualTo(edge.by() == PermitEvent.RELEASE);
    }
  }

  @Test
  void aPermitCountsForMoreOnlyWhenSomebodyCameAfterAll() {
    for (Edge edge : PermitTable.edges()) {
      for (Counter counter : Counter.values()) {
        boolean more = !edge.from().counts(counter) && edge.to().counts(counter);
        boolean cameAfterAll =
            edge.from() == PermitState.MISSED && edge.to() == PermitState.REACHED;
        assertThat(more)
            .as(edge + " for " + counter)
            .isEqualTo(cameAfterAll && counter == Counter.EFFECTIVE);
      }
    }
  }

  @Test
  void whatIsNotKnownCountsAsReached() {
    for (PermitState state : PermitState.values()) {
      assertThat(state.counts(Counter.EFFECTIVE))
          .isEqualTo(!Boolean.FALSE.equals(state.effective()));
      assertThat(PermitState.find(state.id())).contains(state);
    }
  }
}
