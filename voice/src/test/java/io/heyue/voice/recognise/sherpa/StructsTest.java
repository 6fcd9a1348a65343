package io.heyue.voice.recognise.sherpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where fields lie, as a C compiler lays them out on x86-64 (gcc 12, offsetof), in structures to
 * which the library of version 1.13.8 printed back each value that was set.
 */
class StructsTest {
  @ParameterizedTest
  @CsvSource({
    "model_config.tokens, 56",
    "model_config.num_threads, 64",
    "model_config.provider, 72",
    "model_config.debug, 80",
    "model_config.tokens_buf_size, 120",
    "model_config.t_one_ctc, 136",
    "decoding_method, 144",
    "max_active_paths, 152",
    "rule3_min_utterance_length, 168",
    "hotwords_file, 176",
    "ctc_fst_decoder_config.max_active, 200",
    "blank_penalty, 224",
    "hotwords_buf_size, 240",
    "hr.rule_fsts, 264"
  })
  void onlineFieldsLieWhereCPutsThem(String field, long offset) {
    assertThat(Structs.offset(Structs.ONLINE, field)).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({
    "model_config.whisper.enable_segment_timestamps, 88",
    "model_config.tokens, 104",
    "model_config.num_threads, 112",
    "model_config.debug, 116",
    "model_config.provider, 120",
    "model_config.sense_voice.model, 160",
    "model_config.sense_voice.use_itn, 176",
    "model_config.canary.use_pnc, 288",
    "model_config.funasr_nano.hotwords, 400",
    "model_config.qwen3_asr.hotwords, 472",
    "model_config.cohere_transcribe.use_itn, 508",
    "lm_config.scale, 520",
    "decoding_method, 528",
    "max_active_paths, 536",
    "blank_penalty, 576",
    "hr.rule_fsts, 600"
  })
  void offlineFieldsLieWhereCPutsThem(String field, long offset) {
    assertThat(Structs.offset(Structs.OFFLINE, field)).isEqualTo(offset);
  }

  @Test
  void sizesAreThoseOfC() {
    assertThat(Structs.ONLINE.byteSize()).isEqualTo(272);
    assertThat(Structs.OFFLINE.byteSize()).isEqualTo(608);
  }
}
