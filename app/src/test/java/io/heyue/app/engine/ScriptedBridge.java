package io.heyue.app.engine;

import io.heyue.app.phone.Bridge;
import io.heyue.core.base.Lang;
import io.heyue.voice.bridge.Agent;
import io.heyue.voice.bridge.BridgeListener;
import io.heyue.voice.pace.Agents;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.talk.Talk;
import java.util.ArrayList;
import java.util.List;

/** A bridge whose colleagues are a test. */
final class ScriptedBridge implements Bridge {
  static final Agent LIN = Agent.at(SipAddress.parse("sip:lin@127.0.0.1"));

  private final List<Join> joins = new ArrayList<>();
  private Agents onDuty = Agents.NONE;
  private boolean taking = true;

  /** One call that was to be joined. */
  record Join(Talk talk, Lang lang, String summary, BridgeListener listener) {}

  /** From now on a colleague is free. */
  void frees() {
    onDuty = new Agents(1, 0);
  }

  /** From now on so many are free, and so many busy. */
  void onDuty(int free, int busy) {
    onDuty = new Agents(free, busy);
  }

  /** Whoever is free was taken a moment ago. */
  void refuses() {
    taking = false;
  }

  List<Join> joins() {
    return joins;
  }

  Join last() {
    return joins.getLast();
  }

  @Override
  public Agents onDuty() {
    return onDuty;
  }

  @Override
  public boolean toPerson(Talk talk, Lang lang, String summary, BridgeListener listener) {
    if (taking) {
      joins.add(new Join(talk, lang, summary, listener));
      listener.dialling(LIN);
    }
    return taking;
  }
}
