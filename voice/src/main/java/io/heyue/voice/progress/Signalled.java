package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import java.util.ArrayList;
import java.util.List;

/** What signalling told of a call. One call's; not thread-safe. */
final class Signalled {
  private final List<Evidence> evidence = new ArrayList<>();

  void gaveUp(boolean rangOut) {
    evidence.add(new Evidence.Withdrawn(rangOut));
  }

  void failed() {
    evidence.add(new Evidence.NoSign());
  }

  /** A refusal, with what its Reason headers name beside it. */
  void refused(int status, List<String> reasons) {
    Check.that(Signs.Kind.SIP.holds(status), "status", status, "300 to 699");
    evidence.add(new Evidence.Status(status));
    for (String header : reasons) {
      for (Reason reason : ReasonHeader.read(header)) {
        reason.q850().ifPresent(cause -> evidence.add(new Evidence.Cause(cause)));
        reason.sip().ifPresent(other -> evidence.add(new Evidence.Status(other)));
      }
    }
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }
}
