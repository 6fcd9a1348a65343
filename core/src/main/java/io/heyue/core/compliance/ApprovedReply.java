package io.heyue.core.compliance;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.List;

/**
 * Words that may be said to this person now. Nobody but the guard can make one, and the compiler
 * sees to it: the only implementation is not visible outside this package.
 */
public sealed interface ApprovedReply permits Passed {

  String words();

  Lang lang();

  /** The rules that were asked about it. */
  List<RuleId> rules();
}
