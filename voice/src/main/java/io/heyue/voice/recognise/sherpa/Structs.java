package io.heyue.voice.recognise.sherpa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The structures of sherpa-onnx's C interface 1.13.8 (c-api.h), field by field in their order, with
 * C's natural alignment. Where a model isn't used here its fields are only as large as they must
 * be.
 */
final class Structs {
  private static final StructLayout FEATURES =
      struct(integer("sample_rate"), integer("feature_dim"));

  private static final StructLayout TRANSDUCER =
      struct(text("encoder"), text("decoder"), text("joiner"));

  private static final StructLayout HOMOPHONES =
      struct(text("dict_dir"), text("lexicon"), text("rule_fsts"));

  private static final StructLayout ONLINE_MODEL =
      struct(
          TRANSDUCER.withName("transducer"),
          struct(text("encoder"), text("decoder")).withName("paraformer"),
          texts("zipformer2_ctc", 1),
          text("tokens"),
          integer("num_threads"),
          text("provider"),
          integer("debug"),
          text("model_type"),
          text("modeling_unit"),
          text("bpe_vocab"),
          text("tokens_buf"),
          integer("tokens_buf_size"),
          texts("nemo_ctc", 1),
          texts("t_one_ctc", 1));

  /** SherpaOnnxOnlineRecognizerConfig. */
  static final StructLayout ONLINE =
      struct(
          FEATURES.withName("feat_config"),
          ONLINE_MODEL.withName("model_config"),
          text("decoding_method"),
          integer("max_active_paths"),
          integer("enable_endpoint"),
          number("rule1_min_trailing_silence"),
          number("rule2_min_trailing_silence"),
          number("rule3_min_utterance_length"),
          text("hotwords_file"),
          number("hotwords_score"),
          struct(text("graph"), integer("max_active")).withName("ctc_fst_decoder_config"),
          text("rule_fsts"),
          text("rule_fars"),
          number("blank_penalty"),
          text("hotwords_buf"),
          integer("hotwords_buf_size"),
          HOMOPHONES.withName("hr"));

  private static final StructLayout OFFLINE_MODEL =
      struct(
          TRANSDUCER.withName("transducer"),
          struct(text("model")).withName("paraformer"),
          texts("nemo_ctc", 1),
          struct(
                  text("encoder"),
                  text("decoder"),
                  text("language"),
                  text("task"),
                  integer("tail_paddings"),
                  integer("enable_token_timestamps"),
                  integer("enable_segment_timestamps"))
              .withName("whisper"),
          texts("tdnn", 1),
          text("tokens"),
          integer("num_threads"),
          integer("debug"),
          text("provider"),
          text("model_type"),
          text("modeling_unit"),
          text("bpe_vocab"),
          text("telespeech_ctc"),
          struct(text("model"), text("language"), integer("use_itn")).withName("sense_voice"),
          texts("moonshine", 5),
          texts("fire_red_asr", 2),
          texts("dolphin", 1),
          texts("zipformer_ctc", 1),
          struct(
                  text("encoder"),
                  text("decoder"),
                  text("src_lang"),
                  text("tgt_lang"),
                  integer("use_pnc"))
              .withName("canary"),
          texts("wenet_ctc", 1),
          texts("omnilingual", 1),
          texts("medasr", 1),
          struct(
                  text("encoder_adaptor"),
                  text("llm"),
                  text("embedding"),
                  text("tokenizer"),
                  text("system_prompt"),
                  text("user_prompt"),
                  integer("max_new_tokens"),
                  number("temperature"),
                  number("top_p"),
                  integer("seed"),
                  text("language"),
                  integer("itn"),
                  text("hotwords"))
              .withName("funasr_nano"),
          texts("fire_red_asr_ctc", 1),
          struct(
                  text("conv_frontend"),
                  text("encoder"),
                  text("decoder"),
                  text("tokenizer"),
                  integer("max_total_len"),
                  integer("max_new_tokens"),
                  number("temperature"),
                  number("top_p"),
                  integer("seed"),
                  text("hotwords"))
              .withName("qwen3_asr"),
          struct(
                  text("encoder"),
                  text("decoder"),
                  text("language"),
                  integer("use_punct"),
                  integer("use_itn"))
              .withName("cohere_transcribe"));

  /** SherpaOnnxOfflineRecognizerConfig. */
  static final StructLayout OFFLINE =
      struct(
          FEATURES.withName("feat_config"),
          OFFLINE_MODEL.withName("model_config"),
          struct(text("model"), number("scale")).withName("lm_config"),
          text("decoding_method"),
          integer("max_active_paths"),
          text("hotwords_file"),
          number("hotwords_score"),
          text("rule_fsts"),
          text("rule_fars"),
          number("blank_penalty"),
          HOMOPHONES.withName("hr"));

  private Structs() {}

  private static MemoryLayout text(String name) {
    return ADDRESS.withName(name);
  }

  private static MemoryLayout integer(String name) {
    return JAVA_INT.withName(name);
  }

  private static MemoryLayout number(String name) {
    return JAVA_FLOAT.withName(name);
  }

  private static MemoryLayout texts(String name, int count) {
    return MemoryLayout.sequenceLayout(count, ADDRESS).withName(name);
  }

  /** Fields with the gaps that C leaves before wider ones and at the end. */
  private static StructLayout struct(MemoryLayout... fields) {
    List<MemoryLayout> all = new ArrayList<>();
    long at = 0;
    long widest = 1;
    for (MemoryLayout field : fields) {
      long gap = Math.floorMod(-at, field.byteAlignment());
      if (gap > 0) {
        all.add(MemoryLayout.paddingLayout(gap));
      }
      all.add(field);
      at += gap + field.byteSize();
      widest = Math.max(widest, field.byteAlignment());
    }
    long rest = Math.floorMod(-at, widest);
    if (rest > 0) {
      all.add(MemoryLayout.paddingLayout(rest));
    }
    return MemoryLayout.structLayout(all.toArray(MemoryLayout[]::new));
  }

  /**
   * Where a field lies.
   *
   * @param path names parted by points
   */
  static long offset(StructLayout struct, String path) {
    return struct.byteOffset(
        List.of(path.split("\\.", -1)).stream()
            .map(MemoryLayout.PathElement::groupElement)
            .toArray(MemoryLayout.PathElement[]::new));
  }
}
