package io.heyue.sim.kill;

import io.heyue.app.house.House;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.store.ledger.Written;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Recording;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recordings of the calls, and what the ledger tells of them. */
final class Shelves {
  /** What a crash may cost of a recording, by its design: two seconds; and the way of a packet. */
  private static final Duration MAY_MISS = Duration.ofMillis(2_500);

  /** Noise that was recorded. */
  private static final int HEARD = 30;

  private final House house;
  private final Shelf shelf;
  private final LocalKeys keys;
  private final Demand demand;

  /** Notes a fault where something doesn't hold. */
  interface Demand {
    void that(boolean holds, String fault);
  }

  Shelves(House house, Demand demand) throws IOException {
    Path folder = house.installation().folder();
    this.house = house;
    this.shelf = Shelf.openOrMake(folder.resolve("recordings"));
    this.keys = LocalKeys.open(folder.resolve("recording.keys"), new SecureRandom());
    this.demand = demand;
  }

  /** Reads the recordings of calls that a kill cut off, and looks each one up in the ledger. */
  Findings.Recordings cut(List<Killing> killings, Map<PhoneNumber, List<Books.Dialled>> letters)
      throws IOException {
    int cut = 0;
    int readable = 0;
    Duration most = Duration.ZERO;
    for (Killing killing : killings) {
      for (PeerCall call : killing.live()) {
        cut++;
        Optional<Recording> recording = recording(letters.getOrDefault(call.number(), List.of()));
        demand.that(recording.isPresent(), "Of a call that was cut off there is no recording.");
        if (recording.isPresent()) {
          Duration missing = missing(recording.get(), call, killing);
          most = missing.compareTo(most) > 0 ? missing : most;
          boolean sounds = sounds(recording.get(), spokenTo(call, killing));
          readable += sounds ? 1 : 0;
          demand.that(
              sounds,
              "Of a call of %d ms the recording, %d samples long, is mute."
                  .formatted((killing.at() - call.upAt()) / 1_000_000, recording.get().samples()));
          demand.that(
              missing.compareTo(MAY_MISS) <= 0, "Of a recording " + missing + " are missing.");
          demand.that(
              !recording.get().complete(), "A recording that was cut off says that it is whole.");
        }
      }
    }
    return new Findings.Recordings(cut, readable, most, all());
  }

  private Optional<Recording> recording(List<Books.Dialled> letters) throws IOException {
    for (Books.Dialled letter : letters) {
      Optional<Shelf.Shelved> shelved =
          letter.conversation().isEmpty()
              ? Optional.empty()
              : shelf.find(new RecordingId(letter.conversation().get().value()));
      if (shelved.isPresent()
          && Recording.open(shelved.get().file(), keys) instanceof Recording recording) {
        return Optional.of(recording);
      }
    }
    return Optional.empty();
  }

  private static Duration missing(Recording recording, PeerCall call, Killing killing) {
    long nanos = killing.at() - call.upAt();
    return Duration.ofNanos(nanos).minusMillis(recording.samples() * 1_000 / Companding.RATE);
  }

  /** Whether somebody was spoken to so early that a crash may not cost all of it. */
  private static boolean spokenTo(PeerCall call, Killing killing) {
    return call.spokenToAt() != 0 && call.spokenToAt() <= killing.at() - MAY_MISS.toNanos();
  }

  /**
   * Whether the other side is heard in its last second, and we are somewhere where we spoke. Of a
   * call that had just been taken there may be nothing yet: how much is missing is asked elsewhere.
   */
  private static boolean sounds(Recording recording, boolean spoke) {
    if (recording.samples() == 0) {
      return !spoke;
    }
    short[] left = recording.left().samples();
    int from = Math.max(0, left.length - Companding.RATE);
    return heard(left, from) && (!spoke || heard(recording.right().samples(), 0));
  }

  private static boolean heard(short[] samples, int from) {
    for (int at = from; at < samples.length; at++) {
      if (Math.abs(samples[at]) > HEARD) {
        return true;
      }
    }
    return false;
  }

  /** Every recording on the shelf stands in the ledger, once, by the hash of its file. */
  private int all() throws IOException {
    List<Shelf.Shelved> all = shelf.list();
    for (Shelf.Shelved each : all) {
      demand.that(each.finished(), "A recording was never settled.");
      if (!(Recording.open(each.file(), keys) instanceof Recording recording)) {
        demand.that(false, "A recording can't be verified.");
        continue;
      }
      List<String> noted = noted(new ConversationId(each.id().value()));
      demand.that(
          noted.size() == 1
              && noted.getFirst().contains(recording.sha256())
              && noted.getFirst().contains("\"complete\":" + recording.complete()),
          "The ledger tells of a recording %d×: %s".formatted(noted.size(), noted));
    }
    return all.size();
  }

  private List<String> noted(ConversationId conversation) {
    return house
        .store()
        .database()
        .transactor()
        .get(sql ->
            house.ledger().of(sql, conversation).stream()
                .filter(entry -> entry.kind().equals("recording"))
                .map(Written::payload)
                .toList());
  }
}
