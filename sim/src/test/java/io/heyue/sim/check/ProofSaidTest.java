package io.heyue.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofSaidTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7219 | it is 7219 I think                     | true
          7219 | seven two um one nine                  | true
          7219 | seven to one nine                      | true
          7210 | seven two one oh                       | true
          7219 | 七二幺九                               | true
          310X | three one zero x                       | true
          310X | 310*                                   | true
          7219 | 17219                                  | false
          7219 | seven tomorrow one nine                | false
          2240 | I want to talk to someone for an hour  | false
          2248 | to to for ate                          | false
          7212 | seven to one to                        | false
          8724 | ate seven to four                      | false
          1111 | someone one one one                    | false
          """)
  void wordsThatSoundLikeDigitsCountBetweenDigitsAlone(String proof, String said, boolean proves) {
    assertThat(Transcript.said(proof).matcher(said).find()).isEqualTo(proves);
  }
}
