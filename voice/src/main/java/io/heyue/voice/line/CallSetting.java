package io.heyue.voice.line;

import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.SipEndpoint;
import java.util.Optional;

/** What a call needs around it. */
record CallSetting(
    SipEndpoint endpoint, Optional<Credentials> credentials, Patience patience, CallWorks works) {}
