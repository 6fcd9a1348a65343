package io.heyue.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.audit.Commitment.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CommitmentTest {
  private static final Hash SEED = Hash.of(new byte[] {1});
  private static final SequencedMap<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("$['a']", "1");
    FIELDS.put("$['b'][0]", "\"x\"");
    FIELDS.put("$['b'][1]", "\"y\"");
  }

  private static List<Part> parts() {
    return FIELDS.entrySet().stream()
        .map(field ->
            Commitment.part(
                field.getKey(), Commitment.salt(SEED, field.getKey()), field.getValue()))
        .toList();
  }

  @Test
  void whatIsWithheldStillProvesTheRest() {
    Hash root = Commitment.of(SEED, FIELDS);
    List<Part> parts = new ArrayList<>(parts());
    assertThat(Commitment.root(parts)).isEqualTo(root);
    for (int i = 0; i < parts.size(); i++) {
      List<Part> changed = new ArrayList<>(parts);
      changed.set(
          i, Commitment.part(parts.get(i).path(), Commitment.salt(SEED, parts.get(i).path()), "2"));
      assertThat(Commitment.root(changed)).isNotEqualTo(root);
      changed.set(i, new Part(parts.get(i).path() + "x", parts.get(i).sealed()));
      assertThat(Commitment.root(changed)).isNotEqualTo(root);
      changed.remove(i);
      assertThat(Commitment.root(changed)).isNotEqualTo(root);
    }
    assertThat(Commitment.root(parts.reversed())).isNotEqualTo(root);
  }

  @Test
  void theQuickWayAndTheOtherAreOne() {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    assertThat(Commitment.of(SEED, fields)).isEqualTo(Commitment.root(List.of()));
    for (int i = 0; i < 70; i++) {
      fields.put("$['k" + i + "']", "\"值" + i + "\"");
      List<Part> parts =
          fields.entrySet().stream()
              .map(field ->
                  Commitment.part(
                      field.getKey(), Commitment.salt(SEED, field.getKey()), field.getValue()))
              .toList();
      assertThat(Commitment.of(SEED, fields)).as("%d fields", i).isEqualTo(Commitment.root(parts));
    }
  }

  @Test
  void equalValuesLookDifferent() {
    SequencedMap<String, String> same = new LinkedHashMap<>();
    same.put("$['a']", "1");
    same.put("$['b']", "1");
    List<Part> parts =
        same.keySet().stream()
            .map(path -> Commitment.part(path, Commitment.salt(SEED, path), "1"))
            .toList();
    assertThat(parts.get(0).sealed()).isNotEqualTo(parts.get(1).sealed());
    Hash other = Hash.of(new byte[] {2});
    assertThat(Commitment.of(SEED, same)).isNotEqualTo(Commitment.of(other, same));
  }
}
