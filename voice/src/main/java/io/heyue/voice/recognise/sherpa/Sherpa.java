package io.heyue.voice.recognise.sherpa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.heyue.voice.recognise.RecogniserFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** The functions of sherpa-onnx's C interface by Java's foreign functions. */
@SuppressWarnings("restricted") // Java asks whoever starts it for leave: --enable-native-access.
final class Sherpa {
  static final String FILE = "libsherpa-onnx-c-api.so";

  /** Bytes of the longest text that is read. */
  private static final long LONGEST = 1 << 20;

  private static final Linker LINKER = Linker.nativeLinker();

  private final SymbolLookup symbols;

  private Sherpa(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /**
   * Loads the library; it stays loaded.
   *
   * @param folder that holds it and its libonnxruntime.so
   * @throws RecogniserFailure where it can't be loaded
   */
  static Sherpa load(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isReadable(file)) {
      throw new RecogniserFailure(
          "There is no %s in %s. Maybe unpack the npm package sherpa-onnx-linux-x64 there."
              .formatted(FILE, folder));
    }
    try {
      return new Sherpa(SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global()));
    } catch (IllegalArgumentException fault) {
      throw new RecogniserFailure(
          file + " can't be loaded. Maybe it is for another kind of machine.", fault);
    }
  }

  /** Whether it has a function. */
  boolean has(String name) {
    return symbols.find("SherpaOnnx" + name).isPresent();
  }

  MethodHandle function(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.of(ADDRESS, arguments));
  }

  MethodHandle number(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  MethodHandle procedure(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.ofVoid(arguments));
  }

  private MethodHandle handle(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(
        symbols
            .find("SherpaOnnx" + name)
            .orElseThrow(() ->
                new RecogniserFailure(
                    FILE + " has no SherpaOnnx" + name + ". Maybe it isn't version 1.13.8.")),
        shape);
  }

  static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Error | RuntimeException fault) {
      throw fault;
    } catch (Throwable fault) {
      throw new RecogniserFailure("sherpa-onnx can't be called.", fault);
    }
  }

  static MemorySegment pointer(MethodHandle function, Object... arguments) {
    return (MemorySegment) call(function, arguments);
  }

  /** The text that stands first in a result, as both kinds of result have it. */
  static String text(MemorySegment result) {
    if (result.equals(MemorySegment.NULL)) {
      return "";
    }
    MemorySegment text = result.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    return text.equals(MemorySegment.NULL) ? "" : text.reinterpret(LONGEST).getString(0).strip();
  }

  /** Samples from -1 to 1. */
  static MemorySegment samples(Arena arena, short[] linear) {
    float[] samples = new float[linear.length];
    for (int at = 0; at < samples.length; at++) {
      samples[at] = linear[at] / 32_768f;
    }
    return arena.allocateFrom(ValueLayout.JAVA_FLOAT, samples);
  }
}
