package io.heyue.voice.sip;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever a peer writes is read or refused, and nothing is thrown. As a test it goes over the
 * seeds; with JAZZER_FUZZ=1 and one method chosen it searches for more.
 */
class SipFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anySessionDescriptionIsReadOrNot(FuzzedDataProvider data) {
    var _ = Sdp.read(data.consumeRemainingAsString());
  }

  @FuzzTest(maxDuration = "2m")
  void anyAddressIsFoundOrNotAndWhatWasFoundIsWrittenAsIs(FuzzedDataProvider data) {
    SipAddress.find(data.consumeRemainingAsString())
        .ifPresent(found -> {
          if (!SipAddress.find(found.written()).equals(java.util.Optional.of(found))) {
            throw new IllegalStateException("Not the same again: " + found.written());
          }
        });
  }

  @FuzzTest(maxDuration = "2m")
  void anyChallengeIsReadOrNot(FuzzedDataProvider data) {
    var _ = Challenge.read(data.consumeRemainingAsString());
  }

  @FuzzTest(maxDuration = "2m")
  void anyKeyOfMediaIsReadOrNot(FuzzedDataProvider data) {
    var _ = MediaKey.read(data.consumeRemainingAsString());
  }
}
