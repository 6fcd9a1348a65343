package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.sip.Codec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpusRoomTest {
  @Test
  void whereTooManyAreCodedByOpusTheNextIsByAnother() throws IOException {
    List<Codec> wanted = List.of(Codec.OPUS, Codec.PCMU);
    assertThat(OpusRoom.left(wanted, OpusRoom.MOST - 1)).isEqualTo(wanted);
    assertThat(OpusRoom.left(wanted, OpusRoom.MOST)).containsExactly(Codec.PCMU);
    assertThat(OpusRoom.left(Codec.USUAL, OpusRoom.MOST)).isEqualTo(Codec.USUAL);
    assertThatThrownBy(() -> OpusRoom.left(List.of(Codec.OPUS), OpusRoom.MOST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("40 calls stand by Opus");
  }
}
