package io.heyue.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatTest {
  @Test
  void everyValueHasAPathAndNoTwoTextsHaveTheSameFields() {
    assertThat(Flat.of("{\"a\":{\"b\":[1.0,\"中\\n\",null]},\"c\":true,\"d\":{},\"e\":[]}"))
        .containsExactly(
            Map.entry("$['a']['b'][0]", "1.0"),
            Map.entry("$['a']['b'][1]", "\"中\\n\""),
            Map.entry("$['a']['b'][2]", "null"),
            Map.entry("$['c']", "true"),
            Map.entry("$['d']", "{}"),
            Map.entry("$['e']", "[]"));
    assertThat(Flat.of("{\"0\":1}")).isNotEqualTo(Flat.of("[1]"));
    assertThat(Flat.of("{\"a\":{\"b\":1}}")).isNotEqualTo(Flat.of("{\"a']['b\":1}"));
    assertThat(Flat.of("{\"a\\nb\\u0001\":1}")).containsKey("$['a\\nb\\u0001']");
    assertThat(Flat.of("\"1\"")).isNotEqualTo(Flat.of("1"));
  }

  @Test
  void whatIsNoTextIsRefused() {
    for (String json :
        new String[] {"", "{", "{} {}", "[1,]", "{\"a\":1,\"a\":2}", "[".repeat(2_000), "NaN"}) {
      assertThatThrownBy(() -> Flat.of(json)).as(json).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
