package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UrgencyTest {
  /** In proc(5), the rank of a thread is field 40 of its stat: 0 for an ordinary one. */
  private static int rank() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Integer.parseInt(fields[40 - 3]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsGrantedIsSoAndForThisThreadAlone() {
    CompletableFuture<Integer> own = new CompletableFuture<>();
    CompletableFuture<Integer> child = new CompletableFuture<>();
    CompletableFuture<Boolean> granted = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(() -> {
          granted.complete(Urgency.granted(Urgency.SENDING));
          own.complete(rank());
          Thread.ofPlatform().start(() -> child.complete(rank()));
        });
    assertThat(own.join()).isEqualTo(granted.join() ? Urgency.SENDING : 0);
    assertThat(child.join()).isZero();
  }
}
