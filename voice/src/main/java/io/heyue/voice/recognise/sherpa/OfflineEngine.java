package io.heyue.voice.recognise.sherpa;

import static io.heyue.voice.recognise.sherpa.Sherpa.call;
import static io.heyue.voice.recognise.sherpa.Sherpa.pointer;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.heyue.voice.recognise.Recogniser;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A model that hears when all was said. Utterances may be heard by several threads at once. */
final class OfflineEngine implements Engine {
  private final MemorySegment recogniser;
  private final MethodHandle destroy;
  private final MethodHandle begin;
  private final MethodHandle end;
  private final MethodHandle accept;
  private final MethodHandle decode;
  private final MethodHandle result;
  private final MethodHandle destroyResult;

  OfflineEngine(Sherpa library, MemorySegment configuration) {
    destroy = library.procedure("DestroyOfflineRecognizer", ADDRESS);
    begin = library.function("CreateOfflineStream", ADDRESS);
    end = library.procedure("DestroyOfflineStream", ADDRESS);
    accept = library.procedure("AcceptWaveformOffline", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    decode = library.procedure("DecodeOfflineStream", ADDRESS, ADDRESS);
    result = library.function("GetOfflineStreamResult", ADDRESS);
    destroyResult = library.procedure("DestroyOfflineRecognizerResult", ADDRESS);
    recogniser = pointer(library.function("CreateOfflineRecognizer", ADDRESS), configuration);
  }

  boolean works() {
    return !recogniser.equals(MemorySegment.NULL);
  }

  @Override
  public MemorySegment begin() {
    return pointer(begin, recogniser);
  }

  @Override
  public void hear(MemorySegment utterance, short[] samples) {
    try (Arena arena = Arena.ofConfined()) {
      call(accept, utterance, Recogniser.RATE, Sherpa.samples(arena, samples), samples.length);
    }
  }

  @Override
  public String sofar(MemorySegment utterance) {
    return "";
  }

  @Override
  public String finish(MemorySegment utterance) {
    call(decode, recogniser, utterance);
    MemorySegment found = pointer(result, utterance);
    String text = Sherpa.text(found);
    call(destroyResult, found);
    return text;
  }

  @Override
  public void end(MemorySegment utterance) {
    call(end, utterance);
  }

  @Override
  public void close() {
    if (works()) {
      call(destroy, recogniser);
    }
  }
}
