package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoingTest {
  private final List<String> closed = new ArrayList<>();
  private final Undoing undoing = new Undoing();

  private AutoCloseable part(String name) {
    return undoing.add(() -> closed.add(name));
  }

  @Test
  void whatWasOpenedLastIsClosedFirstAndOnce() {
    var _ = part("first");
    var _ = part("second");
    undoing.close();
    undoing.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void whatFailsToCloseKeepsNothingOpenAndIsThrownAtTheEnd() {
    IllegalStateException last = new IllegalStateException("last");
    var _ = part("first");
    var _ =
        undoing.<AutoCloseable>add(() -> {
          throw new IOException("middle");
        });
    var _ = part("third");
    var _ =
        undoing.<AutoCloseable>add(() -> {
          throw last;
        });
    assertThatThrownBy(undoing::close)
        .isSameAs(last)
        .satisfies(thrown ->
            assertThat(thrown.getSuppressed())
                .singleElement()
                .satisfies(other -> assertThat(other.getCause()).hasMessage("middle")));
    assertThat(closed).containsExactly("third", "first");
  }

  @Test
  void orEachFailureIsTold() {
    var _ = part("first");
    var _ =
        undoing.<AutoCloseable>add(() -> {
          throw new IOException("second");
        });
    List<String> told = new ArrayList<>();
    undoing.close(failure -> told.add(failure.getMessage()));
    assertThat(told).containsExactly("second");
    assertThat(closed).containsExactly("first");
  }
}
