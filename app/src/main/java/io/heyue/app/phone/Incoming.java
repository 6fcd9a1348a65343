package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkListener;

/** Leads one call that somebody makes to us. */
public interface Incoming extends TalkListener {
  /** In which it begins. */
  Lang lang();

  /** The call that it leads; what it heard of it before is seen to from now on. Call it once. */
  void begun(Talk talk);
}
