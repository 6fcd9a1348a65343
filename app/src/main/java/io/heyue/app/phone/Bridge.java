package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.bridge.BridgeListener;
import io.heyue.voice.bridge.Bridges;
import io.heyue.voice.bridge.Briefing;
import io.heyue.voice.pace.Agents;
import io.heyue.voice.talk.Talk;

/**
 * Joins a call to a person of the lender's who is free now. A port; thread-safe, and never waits.
 */
public interface Bridge {
  /** Where nobody can be joined: the person is called back. */
  Bridge NOBODY =
      new Bridge() {
        @Override
        public Agents onDuty() {
          return Agents.NONE;
        }

        @Override
        public boolean toPerson(Talk talk, Lang lang, String summary, BridgeListener listener) {
          return false;
        }
      };

  /** Who could be joined, now or once they are free; nobody where none is configured. */
  Agents onDuty();

  /** Whether anybody is free now. */
  default boolean free() {
    return onDuty().free() > 0;
  }

  /**
   * Gives a call to a person, after what is still to be said in it.
   *
   * @param lang in which the summary is
   * @param summary what they need to know, which the other side doesn't hear
   * @param listener hears how it goes, and that nobody took it
   * @return whether somebody is called; if not, the listener hears nothing
   */
  boolean toPerson(Talk talk, Lang lang, String summary, BridgeListener listener);

  /** To colleagues at their phones. */
  static Bridge by(Bridges bridges) {
    return new Bridge() {
      @Override
      public Agents onDuty() {
        int free = bridges.agents().free();
        return new Agents(free, bridges.agents().all() - free);
      }

      @Override
      public boolean toPerson(Talk talk, Lang lang, String summary, BridgeListener listener) {
        return bridges.handOver(talk, new Briefing(lang, summary), listener);
      }
    };
  }
}
