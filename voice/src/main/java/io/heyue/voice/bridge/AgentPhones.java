package io.heyue.voice.bridge;

import io.heyue.voice.line.Patience;
import io.heyue.voice.line.PhoneCall;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.sip.Secrecy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Calls colleagues. Thread-safe. */
@FunctionalInterface
public interface AgentPhones {
  /**
   * Calls one.
   *
   * @param listener may hear of it before this returns
   * @throws IOException if no port for audio is free
   */
  PhoneCall dial(Agent agent, PhoneListener listener) throws IOException;

  /**
   * By a telephone.
   *
   * @param user as whom they see us
   * @param answer for so long it rings at a colleague's; where nothing is found out of their phone
   *     it is given up no later
   */
  static AgentPhones by(Telephone telephone, String user, Secrecy secrecy, Duration answer) {
    Patience usual = Patience.USUAL;
    Patience patience =
        new Patience(
            shorter(usual.first(), answer),
            shorter(usual.found(), answer),
            answer,
            usual.offered(),
            usual.talk());
    return (agent, listener) ->
        telephone.call(
            agent.phone(),
            new Telephone.Manner(
                telephone.address(agent.phone().transport()).with(user),
                Optional.empty(),
                secrecy,
                patience),
            listener);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
