package io.heyue.core.turn;

import io.heyue.core.decision.Policy;
import io.heyue.core.decision.Router;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.reply.Writer;
import java.util.Map;

/**
 * What a turn is made with: the data that lawyers, linguists and strategists edit, read and
 * validated.
 *
 * @param flows by id
 * @param version of the decision tables
 */
public record Kit(
    Map<String, Flow> flows, Writer writer, Policy policy, Router router, String version) {
  public Kit {
    flows = Map.copyOf(flows);
  }

  Flow flow(String id) {
    Flow flow = flows.get(id);
    if (flow == null) {
      throw new IllegalArgumentException(
          "There is no flow '" + id + "'. Maybe one of " + flows.keySet() + ".");
    }
    return flow;
  }
}
