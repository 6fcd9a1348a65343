package io.heyue.voice.talk;

import io.heyue.voice.line.Ending;
import io.heyue.voice.progress.CallProgress;

/** How a call ended, told to what judges it. */
final class Judging {
  private static final int FINAL = 300;

  private Judging() {}

  static void end(CallProgress progress, Ending ending) {
    switch (ending.how()) {
      case REFUSED, TRUNK -> {
        if (ending.status() >= FINAL) {
          progress.refused(ending.status(), ending.reasons());
        } else {
          progress.failed();
        }
      }
      case NOT_TAKEN, CANCELLED -> {
        progress.gaveUp(ending.how() == Ending.How.NOT_TAKEN);
        progress.hungUp();
      }
      case THEY_LEFT, WE_LEFT, NO_AUDIO, TOO_LONG -> progress.hungUp();
    }
  }
}
