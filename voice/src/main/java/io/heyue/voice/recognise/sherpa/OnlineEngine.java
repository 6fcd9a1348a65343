package io.heyue.voice.recognise.sherpa;

import static io.heyue.voice.recognise.sherpa.Sherpa.call;
import static io.heyue.voice.recognise.sherpa.Sherpa.pointer;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.heyue.voice.recognise.Recogniser;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A model that hears while it is said. Utterances may be heard by several threads at once. */
final class OnlineEngine implements Engine {
  private final MemorySegment recogniser;
  private final MethodHandle destroy;
  private final MethodHandle begin;
  private final MethodHandle end;
  private final MethodHandle accept;
  private final MethodHandle inputFinished;
  private final MethodHandle ready;
  private final MethodHandle decode;
  private final MethodHandle result;
  private final MethodHandle destroyResult;

  OnlineEngine(Sherpa library, MemorySegment configuration) {
    destroy = library.procedure("DestroyOnlineRecognizer", ADDRESS);
    begin = library.function("CreateOnlineStream", ADDRESS);
    end = library.procedure("DestroyOnlineStream", ADDRESS);
    accept = library.procedure("OnlineStreamAcceptWaveform", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    inputFinished = library.procedure("OnlineStreamInputFinished", ADDRESS);
    ready = library.number("IsOnlineStreamReady", ADDRESS, ADDRESS);
    decode = library.procedure("DecodeOnlineStream", ADDRESS, ADDRESS);
    result = library.function("GetOnlineStreamResult", ADDRESS, ADDRESS);
    destroyResult = library.procedure("DestroyOnlineRecognizerResult", ADDRESS);
    recogniser = pointer(library.function("CreateOnlineRecognizer", ADDRESS), configuration);
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
    decode(utterance);
  }

  private void decode(MemorySegment utterance) {
    while ((int) call(ready, recogniser, utterance) != 0) {
      call(decode, recogniser, utterance);
    }
  }

  @Override
  public String sofar(MemorySegment utterance) {
    MemorySegment found = pointer(result, recogniser, utterance);
    String text = Sherpa.text(found);
    call(destroyResult, found);
    return text;
  }

  /** Half a second of silence lets out what the model still holds back. */
  @Override
  public String finish(MemorySegment utterance) {
    hear(utterance, new short[Recogniser.RATE / 2]);
    call(inputFinished, utterance);
    decode(utterance);
    return sofar(utterance);
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
