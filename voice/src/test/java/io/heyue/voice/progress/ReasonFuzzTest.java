package io.heyue.voice.progress;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a network says as its reason is read or skipped, and nothing is thrown. */
class ReasonFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anyReasonIsReadOrNot(FuzzedDataProvider data) {
    var _ = ReasonHeader.read(data.consumeRemainingAsString());
  }
}
