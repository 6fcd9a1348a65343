package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.progress.Announcements;
import io.heyue.voice.progress.CallProgress;
import io.heyue.voice.progress.Figures;
import io.heyue.voice.progress.ProgressListener;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.recognise.Expected;

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

  /** What networks and machines say in a language. */
  Expected announced(Lang lang) {
    return new Expected(Expecting.CHOICE, announcements.phrases(lang));
  }

  CallProgress follow(ProgressListener listener, boolean theyCall) {
    return theyCall
        ? CallProgress.ofCaller(table, announcements, figures, listener)
        : new CallProgress(table, announcements, figures, listener);
  }
}
