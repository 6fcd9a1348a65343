package io.heyue.brain.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterTest {
  private static final String QUERY = "encoder.layer.0.attention.self.query.weight";

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Adapter adapter = adapter("some base", 0.5f);
    Path file = folder.resolve("a.adapter");
    adapter.write(file);
    Adapter read = Adapter.read(file);
    assertThat(read.provenance()).isEqualTo(adapter.provenance());
    assertThat(read.layers()).isEqualTo(2);
    assertThat(read.tensors().keySet()).isEqualTo(adapter.tensors().keySet());
    Tensor head = requireNonNull(read.tensors().get("head.weight"));
    assertThat(head.values())
        .containsExactly(requireNonNull(adapter.tensors().get("head.weight")).values());
    assertThat(head.shape()).containsExactly(1024, 2);
  }

  @Test
  void itIsMergedOnlyIntoTheBaseThatItWasTrainedOn() {
    Weights base = Weights.published(Lang.ZH);
    assertThatThrownBy(() -> adapter("another", 0).onto(base, Form.EIGHT_BIT))
        .hasMessageContaining("another")
        .hasMessageContaining(base.hash());
    byte[] unchanged = adapter(base.hash(), 0).onto(base, Form.EIGHT_BIT);
    byte[] changed = adapter(base.hash(), 1).onto(base, Form.EIGHT_BIT);
    assertThat(changed).hasSameSizeAs(unchanged).isNotEqualTo(unchanged);
  }

  /** The hash of a model is its name, so it may not hang on the machine that makes it. */
  @Test
  void itsNotesStandInOneOrder() throws IOException {
    Weights base = Weights.published(Lang.ZH);
    Map<String, String> notes = new HashMap<>(Map.of("base", base.hash()));
    for (int i = 0; i < 12; i++) {
      notes.put("note " + (7 * i) % 12, "");
    }
    Adapter noted = new Adapter(notes, 1, adapter(base.hash(), 0).tensors());
    byte[] model = noted.onto(base, Form.EIGHT_BIT);
    assertThat(ModelProto.parseFrom(model).getMetadataPropsList())
        .extracting(StringStringEntryProto::getKey)
        .containsAll(notes.keySet())
        .isSorted();
  }

  @Test
  void whatIsNoAdapterIsRefusedWithTheFilesName() throws IOException {
    Path file = Files.writeString(folder.resolve("b.adapter"), "no adapter at all");
    assertThatThrownBy(() -> Adapter.read(file)).hasMessageContaining("b.adapter");
    Path cut = folder.resolve("c.adapter");
    adapter("x", 0).write(cut);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Adapter.read(cut)).isInstanceOf(IOException.class);
  }

  /** A product of narrow tables is added: in × out. */
  @Test
  void aProductIsAddedToTheTable() {
    Tensor table = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Tensor down = Tensor.of(new float[] {1, 10}, 2, 1);
    Tensor up = Tensor.of(new float[] {1, 0, 2}, 1, 3);
    assertThat(table.plusProduct(down, up).values()).containsExactly(2, 2, 5, 14, 5, 26);
  }

  @Test
  void valuesMustFillTheShape() {
    assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3)).hasMessageContaining("[2, 3]");
  }

  private static Adapter adapter(String base, float change) {
    float[] down = new float[512];
    float[] up = new float[512];
    Arrays.fill(down, change);
    Arrays.fill(up, 0.25f);
    float[] head = new float[2048];
    for (int index = 0; index < head.length; index++) {
      head[index] = index / 2048f;
    }
    Map<String, Tensor> tensors = new HashMap<>();
    tensors.put(QUERY + ".down", Tensor.of(down, 512, 1));
    tensors.put(QUERY + ".up", Tensor.of(up, 1, 512));
    tensors.put("head.weight", Tensor.of(head, 1024, 2));
    tensors.put("head.bias", Tensor.of(new float[2], 2));
    return new Adapter(Map.of("base", base), 2, tensors);
  }
}
