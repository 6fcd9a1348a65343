package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {
  /** Whole fours, rests of one to three, and none at all. */
  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "0,4", "1,4", "2,9", "0,11", "3,3"})
  void arraysAreAddedByTheirWeights(int start, int end) {
    Rng rng = Rng.seeded(11);
    float[][] arrays = new float[12][13];
    float[] times = new float[12];
    float[] sum = new float[13];
    double[] expected = new double[13];
    for (int array = 0; array < arrays.length; array++) {
      times[array] = (float) rng.nextDouble() - 0.5f;
      for (int place = 0; place < sum.length; place++) {
        arrays[array][place] = (float) rng.nextDouble();
        if (array >= start && array < end) {
          expected[place] += (double) times[array] * arrays[array][place];
        }
      }
    }
    Sums.add(sum, times, arrays, start, end);
    for (int place = 0; place < sum.length; place++) {
      assertThat((double) sum[place]).isCloseTo(expected[place], Offset.offset(1e-5));
    }
  }
}
