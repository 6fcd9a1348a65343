package io.heyue.voice.audio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Asks the system to run a thread before all ordinary ones (SCHED_RR, sched(7)): a thread that
 * works a little each millisecond is otherwise up to 60 ms late on a machine whose processors are
 * all busy. Niceness doesn't help there: Linux weighs it within a session alone. It is granted to
 * who is root, has CAP_SYS_NICE or a limit RLIMIT_RTPRIO; to others nothing changes.
 */
public final class Urgency {
  /** Above the receiver, below what the system itself does. */
  public static final int SENDING = 11;

  public static final int RECEIVING = 10;

  /** Who judges what came gives way to who brings it. */
  public static final int HEARING = 9;

  private static final int ROUND_ROBIN = 2;

  /** Threads that this one starts are ordinary (SCHED_RESET_ON_FORK). */
  private static final int NOT_INHERITED = 0x4000_0000;

  private Urgency() {}

  /**
   * Asks for this thread.
   *
   * @param rank 1 to 99
   * @return whether it was granted
   */
  @SuppressWarnings({"CatchingUnchecked", "restricted"})
  public static boolean granted(int rank) {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      Linker linker = Linker.nativeLinker();
      MethodHandle call =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("sched_setscheduler"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS));
      MemorySegment parameter = arena.allocateFrom(ValueLayout.JAVA_INT, rank);
      return (int) call.invokeExact(0, ROUND_ROBIN | NOT_INHERITED, parameter) == 0;
    } catch (Throwable e) {
      // No such call, or no right to call it: then the thread is an ordinary one.
      return false;
    }
  }
}
