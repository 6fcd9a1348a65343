package io.heyue.voice.talk;

import io.heyue.voice.progress.Announcements;
import io.heyue.voice.progress.CallProgress;
import io.heyue.voice.progress.Figures;
import io.heyue.voice.progress.ProgressListener;
import io.heyue.voice.progress.ProgressTable;

/**
 * By what it is judged who took a call and what became of it. Read once; immutable.
 *
 * @param table what statuses and causes mean
 * @param announcements words by which networks and machines are known
 * @param figures how long people and machines speak
 */
public record Knowledge(ProgressTable table, Announcements announcements, Figures figures) {
  /** What is built in. */
  public static Knowledge standard() {
    return new Knowledge(ProgressTable.standard(), Announcements.standard(), Figures.standard());
  }

  CallProgress follow(ProgressListener listener) {
    return new CallProgress(table, announcements, figures, listener);
  }
}
