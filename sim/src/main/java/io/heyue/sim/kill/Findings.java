package io.heyue.sim.kill;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of it.
 *
 * @param faults what must not be, a line each; without anybody's number
 * @param kills one for each kill
 * @param invited INVITEs that came to people
 * @param people to whom they came
 * @param letters by what became of them
 * @param recordings those of calls that were cut off by a kill
 * @param entries of the ledger
 */
public record Findings(
    List<String> faults,
    List<Kill> kills,
    int invited,
    int people,
    Map<String, Integer> letters,
    Recordings recordings,
    long entries) {
  public Findings {
    faults = List.copyOf(faults);
    kills = List.copyOf(kills);
    letters = Map.copyOf(letters);
  }

  /**
   * One kill.
   *
   * @param database whether the database server was killed too
   * @param live calls that stood
   * @param ringing calls that rang
   * @param untilAllEnded until the last of the people was without a call
   */
  public record Kill(boolean database, int live, int ringing, Duration untilAllEnded) {}

  /**
   * Recordings that were cut off.
   *
   * @param readable of them, to the last second of what they hold
   * @param most that is missing of the end of one
   * @param all recordings, those that were ended in order too
   */
  public record Recordings(int cut, int readable, Duration most, int all) {}
}
