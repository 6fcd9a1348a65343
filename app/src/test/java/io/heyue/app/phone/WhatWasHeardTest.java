package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhatWasHeardTest {
  private final WhatWasHeard heard = new WhatWasHeard();

  private void weSay(long... sayings) {
    heard.answers();
    for (long saying : sayings) {
      heard.says(saying);
    }
  }

  @Test
  void whatComesBeforeAnythingOfAnAnswerWasHeardIsBeforeIt() {
    weSay(4, 5);
    heard.begins(4);
    WhatWasHeard.Moment within = heard.now();
    assertThat(within.before(heard.answered())).isFalse();
    weSay(7, 8);
    assertThat(heard.answered()).isEqualTo(7);
    assertThat(within.before(heard.answered())).isTrue();
    heard.begins(7);
    assertThat(heard.now().before(heard.answered())).isFalse();
  }

  /** What they say counts from where they began. */
  @Test
  void aTurnThatBeganBeforeIsBefore() {
    weSay(1);
    heard.begins(1);
    heard.began();
    weSay(2);
    heard.begins(2);
    heard.began();
    assertThat(heard.spoke().before(heard.answered())).isTrue();
    heard.began();
    assertThat(heard.spoke().before(heard.answered())).isFalse();
    assertThat(heard.spoke().before(heard.answered())).isFalse();
  }

  @Test
  void aQuestionIsHeardAfterItsBeginning() {
    weSay(3);
    heard.begins(3);
    assertThat(heard.now().beforeQuestion(heard.last())).isTrue();
    heard.asked(3);
    assertThat(heard.now().beforeQuestion(heard.last())).isFalse();
    heard.asked(2);
    assertThat(heard.now().beforeQuestion(heard.last())).isFalse();
  }
}
