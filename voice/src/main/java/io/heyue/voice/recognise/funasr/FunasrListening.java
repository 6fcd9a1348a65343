package io.heyue.voice.recognise.funasr;

import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One utterance on a connection of its own. */
final class FunasrListening implements Listening {
  /** Phrases that are preferred at most; more would slow the service down. */
  private static final int HOT_WORDS = 200;

  /** How much they are preferred; what FunASR's documentation uses. */
  private static final int WEIGHT = 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final FunasrSettings settings;
  private final WebSocket socket;
  private final Answers answers;
  private boolean finished;

  FunasrListening(FunasrSettings settings, WebSocket socket, Answers answers) {
    this.settings = settings;
    this.socket = socket;
    this.answers = answers;
  }

  void begin(Expected expected) {
    ObjectNode first = JSON.createObjectNode();
    first.put("mode", settings.mode().id());
    first.put("wav_name", "call");
    first.put("wav_format", "pcm");
    first.put("audio_fs", Recogniser.RATE);
    first.put("is_speaking", true);
    // Pieces of 600 ms, with 300 ms to be looked at before and behind.
    first.putArray("chunk_size").add(5).add(10).add(5);
    first.put("chunk_interval", 10);
    first.put("itn", false);
    ObjectNode hot = JSON.createObjectNode();
    expected.phrases().stream()
        .filter(phrase -> !phrase.isBlank())
        .limit(HOT_WORDS)
        .forEach(phrase -> hot.put(phrase, WEIGHT));
    // It is a text that holds JSON.
    first.put("hotwords", hot.isEmpty() ? "" : hot.toString());
    done(socket.sendText(first.toString(), true));
  }

  @Override
  public void hear(short[] samples) {
    if (finished) {
      throw new IllegalStateException("The utterance is over. Maybe begin another.");
    }
    answers
        .failed()
        .ifPresent(what -> {
          throw Funasr.failure(settings, what, null);
        });
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    done(socket.sendBinary(bytes, true));
  }

  @Override
  public Heard sofar() {
    return Heard.of(Plain.of(answers.text(), settings.lang()), settings.confidence());
  }

  @Override
  public Heard finish() {
    if (!finished) {
      finished = true;
      answers.ending();
      done(socket.sendText("{\"is_speaking\":false}", true));
    }
    done(answers.all());
    return sofar();
  }

  private void done(CompletableFuture<?> waiting) {
    try {
      waiting.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      socket.abort();
      throw Funasr.failure(settings, "took longer than " + settings.patience(), e);
    } catch (ExecutionException e) {
      socket.abort();
      throw Funasr.failure(settings, answers.failed().orElse("broke off"), e);
    } catch (InterruptedException e) {
      socket.abort();
      Thread.currentThread().interrupt();
      throw Funasr.failure(settings, "was interrupted", e);
    }
  }

  @Override
  public void close() {
    finished = true;
    socket.abort();
  }
}
