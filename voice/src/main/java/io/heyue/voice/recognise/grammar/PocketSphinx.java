package io.heyue.voice.recognise.grammar;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.heyue.voice.recognise.RecogniserFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The functions of libpocketsphinx 0.8+5prealpha (pocketsphinx.h, ps_search.h, cmd_ln.h, err.h) by
 * Java's foreign functions. A decoder is a pointer; it is used by one thread at a time.
 */
@SuppressWarnings("restricted") // Java asks whoever starts it for leave: --enable-native-access.
final class PocketSphinx {
  private static final String LIBRARY = "libpocketsphinx.so.3";
  private static final String BASE = "libsphinxbase.so.3";

  /** Characters of the longest hypothesis that is read. */
  private static final long LONGEST = 1 << 16;

  /** Silence, noises and links without a word, as the library names them. */
  private static final Pattern SILENT = Pattern.compile("[<+(]|SIL$");

  private static final Linker LINKER = Linker.nativeLinker();

  private final MethodHandle arguments;
  private final MethodHandle parse;
  private final MethodHandle freeConfiguration;
  private final MethodHandle init;
  private final MethodHandle free;
  private final MethodHandle addWord;
  private final MethodHandle setGrammar;
  private final MethodHandle setPhones;
  private final MethodHandle select;
  private final MethodHandle unset;
  private final MethodHandle startStream;
  private final MethodHandle start;
  private final MethodHandle process;
  private final MethodHandle end;
  private final MethodHandle hypothesis;
  private final MethodHandle firstSegment;
  private final MethodHandle nextSegment;
  private final MethodHandle segmentFrames;
  private final MethodHandle segmentScore;
  private final MethodHandle segmentWord;

  private PocketSphinx(SymbolLookup symbols) {
    arguments = handle(symbols, "ps_args", FunctionDescriptor.of(ADDRESS));
    parse =
        handle(
            symbols,
            "cmd_ln_parse_r",
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    freeConfiguration = handle(symbols, "cmd_ln_free_r", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    init = handle(symbols, "ps_init", FunctionDescriptor.of(ADDRESS, ADDRESS));
    free = handle(symbols, "ps_free", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    addWord = handle(symbols, "ps_add_word", number(ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    setGrammar = handle(symbols, "ps_set_jsgf_string", number(ADDRESS, ADDRESS, ADDRESS));
    setPhones = handle(symbols, "ps_set_allphone_file", number(ADDRESS, ADDRESS, ADDRESS));
    select = handle(symbols, "ps_set_search", number(ADDRESS, ADDRESS));
    unset = handle(symbols, "ps_unset_search", number(ADDRESS, ADDRESS));
    startStream = handle(symbols, "ps_start_stream", number(ADDRESS));
    start = handle(symbols, "ps_start_utt", number(ADDRESS));
    process =
        handle(symbols, "ps_process_raw", number(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT));
    end = handle(symbols, "ps_end_utt", number(ADDRESS));
    hypothesis = handle(symbols, "ps_get_hyp", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    firstSegment = handle(symbols, "ps_seg_iter", FunctionDescriptor.of(ADDRESS, ADDRESS));
    nextSegment = handle(symbols, "ps_seg_next", FunctionDescriptor.of(ADDRESS, ADDRESS));
    segmentFrames =
        handle(symbols, "ps_seg_frames", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    segmentScore = handle(symbols, "ps_seg_prob", number(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    segmentWord = handle(symbols, "ps_seg_word", FunctionDescriptor.of(ADDRESS, ADDRESS));
    // Its own log would name what was said.
    call(handle(symbols, "err_set_logfp", FunctionDescriptor.ofVoid(ADDRESS)), MemorySegment.NULL);
  }

  /**
   * Finds the library of this system; it stays loaded.
   *
   * @throws RecogniserFailure where there is none
   */
  static PocketSphinx load() {
    return load(LIBRARY, BASE);
  }

  static PocketSphinx load(String library, String base) {
    try {
      return new PocketSphinx(
          SymbolLookup.libraryLookup(library, Arena.global())
              .or(SymbolLookup.libraryLookup(base, Arena.global())));
    } catch (IllegalArgumentException fault) {
      throw new RecogniserFailure(
          library + " can't be loaded. Maybe install it: apt-get install libpocketsphinx3.", fault);
    }
  }

  private static FunctionDescriptor number(MemoryLayout... arguments) {
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  private static MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor shape) {
    MemorySegment function =
        symbols
            .find(name)
            .orElseThrow(() ->
                new RecogniserFailure(
                    LIBRARY + " has no " + name + ". Maybe it is another version than 0.8."));
    return LINKER.downcallHandle(function, shape);
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Error | RuntimeException fault) {
      throw fault;
    } catch (Throwable fault) {
      throw new RecogniserFailure("pocketsphinx can't be called.", fault);
    }
  }

  private static MemorySegment pointer(MethodHandle function, Object... arguments) {
    return (MemorySegment) call(function, arguments);
  }

  private static int integer(MethodHandle function, Object... arguments) {
    return (int) call(function, arguments);
  }

  /**
   * Makes a decoder.
   *
   * @param flags as the command line of pocketsphinx has them, without the program's name
   * @return null where it refuses
   */
  MemorySegment open(List<String> flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment argv = arena.allocate(ADDRESS, flags.size() + 1L);
      argv.setAtIndex(ADDRESS, 0, arena.allocateFrom("heyue"));
      for (int at = 0; at < flags.size(); at++) {
        argv.setAtIndex(ADDRESS, at + 1L, arena.allocateFrom(flags.get(at)));
      }
      MemorySegment configuration =
          pointer(parse, MemorySegment.NULL, pointer(arguments), flags.size() + 1, argv, 1);
      if (configuration.equals(MemorySegment.NULL)) {
        return configuration;
      }
      MemorySegment decoder = pointer(init, configuration);
      integer(freeConfiguration, configuration);
      return decoder;
    }
  }

  void free(MemorySegment decoder) {
    integer(free, decoder);
  }

  boolean addWord(MemorySegment decoder, String word, String phones) {
    try (Arena arena = Arena.ofConfined()) {
      return integer(addWord, decoder, arena.allocateFrom(word), arena.allocateFrom(phones), 0)
          >= 0;
    }
  }

  boolean setGrammar(MemorySegment decoder, String name, String rules) {
    try (Arena arena = Arena.ofConfined()) {
      return integer(setGrammar, decoder, arena.allocateFrom(name), arena.allocateFrom(rules)) == 0;
    }
  }

  /** Sets a search that hears any phone after any other. */
  boolean setPhones(MemorySegment decoder, String name) {
    try (Arena arena = Arena.ofConfined()) {
      return integer(setPhones, decoder, arena.allocateFrom(name), MemorySegment.NULL) == 0;
    }
  }

  void unset(MemorySegment decoder, String name) {
    try (Arena arena = Arena.ofConfined()) {
      integer(unset, decoder, arena.allocateFrom(name));
    }
  }

  /**
   * Hears an utterance by a search, up to now; whether that went well. Each time it begins anew, so
   * that nothing of one caller's voice bears on the next one's.
   */
  boolean hear(MemorySegment decoder, String name, short[] samples) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment sound = arena.allocateFrom(ValueLayout.JAVA_SHORT, samples);
      return integer(select, decoder, arena.allocateFrom(name)) == 0
          && integer(startStream, decoder) == 0
          && integer(start, decoder) == 0
          && integer(process, decoder, sound, (long) samples.length, 0, 1) >= 0;
    }
  }

  /** Says that all was heard: from then on only whole sentences of the grammar are found. */
  boolean end(MemorySegment decoder) {
    return integer(end, decoder) == 0;
  }

  /** The likeliest words, parted by blanks; empty where there are none. */
  String hypothesis(MemorySegment decoder) {
    return text(pointer(hypothesis, decoder, MemorySegment.NULL));
  }

  private static String text(MemorySegment at) {
    return at.equals(MemorySegment.NULL) ? "" : at.reinterpret(LONGEST).getString(0);
  }

  /** How well what was heard fits the sounds of the likeliest words. */
  Fit fit(MemorySegment decoder) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment numbers = arena.allocate(JAVA_INT, 4);
      long score = 0;
      int frames = 0;
      MemorySegment segment = pointer(firstSegment, decoder);
      while (!segment.equals(MemorySegment.NULL)) {
        integer(segmentScore, segment, numbers, numbers.asSlice(4), numbers.asSlice(8));
        score += numbers.getAtIndex(JAVA_INT, 0);
        String word = text(pointer(segmentWord, segment));
        if (!SILENT.matcher(word).lookingAt()) {
          call(segmentFrames, segment, numbers, numbers.asSlice(4));
          frames += numbers.getAtIndex(JAVA_INT, 1) - numbers.getAtIndex(JAVA_INT, 0) + 1;
        }
        segment = pointer(nextSegment, segment);
      }
      return new Fit(score, frames);
    }
  }

  /**
   * How sounds fit.
   *
   * @param score logarithm of the likelihood of all frames, in the library's own unit
   * @param frames of 10 ms that are neither silence nor noise
   */
  record Fit(long score, int frames) {}
}
