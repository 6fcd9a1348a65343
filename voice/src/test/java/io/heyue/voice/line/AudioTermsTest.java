package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.sip.Direction;
import io.heyue.voice.sip.Sdp;
import io.heyue.voice.sip.Secrecy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioTermsTest {
  private final List<Boolean> held = new ArrayList<>();
  private final SilentAudio audio = new SilentAudio(Secrecy.WHERE_OFFERED);
  private final AudioTerms terms = new AudioTerms(audio, held::add);

  @Test
  void whatWasEncryptedDoesNotBecomePlainWithinACall() {
    SilentAudio theirs = new SilentAudio(Secrecy.ALWAYS);
    Sdp secret = theirs.negotiation().offer(Direction.SENDRECV);
    assertThat(terms.answer(secret)).isPresent();
    terms.start();
    assertThat(audio.flows).hasSize(1);
    Sdp plain = new SilentAudio(Secrecy.WHERE_OFFERED).negotiation().offer(Direction.SENDRECV);
    assertThat(terms.answer(plain)).isEmpty();
    assertThat(audio.flows).hasSize(1);
    assertThat(terms.answer(secret)).isPresent();
  }

  @Test
  void whoHoldsAndResumesIsToldOnceEach() {
    Sdp all = audio.negotiation().offer(Direction.SENDRECV);
    Sdp hold = audio.negotiation().offer(Direction.SENDONLY);
    terms.answer(all);
    terms.answer(hold);
    terms.answer(hold);
    terms.answer(all);
    assertThat(held).containsExactly(true, false);
  }
}
