package io.heyue.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTest {
  private record Link(long number, String entry, Hash hash) {}

  private static byte[] bytes(String entry) {
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Link> links(String... entries) {
    List<Link> links = new ArrayList<>();
    Chain chain = Chain.empty();
    for (String entry : entries) {
      chain = chain.append(bytes(entry));
      links.add(new Link(chain.length(), entry, chain.head()));
    }
    return links;
  }

  /** What walking the stored links finds first. */
  private static Optional<String> walk(List<Link> links) {
    Chain chain = Chain.empty();
    for (Link link : links) {
      Optional<String> fault = chain.fault(link.number(), bytes(link.entry()), link.hash());
      if (fault.isPresent()) {
        return fault;
      }
      chain = chain.append(bytes(link.entry()));
    }
    return Optional.empty();
  }

  @Test
  void anUntouchedChainHasNoFault() {
    assertThat(walk(links("a", "b", "c"))).isEmpty();
    assertThat(walk(List.of())).isEmpty();
  }

  @Test
  void aChangedEntryIsNamed() {
    List<Link> links = links("a", "b", "c");
    links.set(1, new Link(2, "B", links.get(1).hash()));
    assertThat(walk(links)).hasValueSatisfying(fault -> assertThat(fault).contains("entry 2"));
  }

  @Test
  void anEntryWithARecomputedHashBreaksTheNextOne() {
    List<Link> links = links("a", "b", "c");
    links.set(1, links("a", "B").get(1));
    assertThat(walk(links)).hasValueSatisfying(fault -> assertThat(fault).contains("entry 3"));
  }

  @Test
  void aRemovedEntryIsNamed() {
    List<Link> links = links("a", "b", "c");
    links.remove(1);
    assertThat(walk(links))
        .hasValueSatisfying(fault -> assertThat(fault).contains("entry 2 is missing"));
    List<Link> renumbered = links("a", "b", "c");
    renumbered.remove(1);
    renumbered.set(1, new Link(2, renumbered.get(1).entry(), renumbered.get(1).hash()));
    assertThat(walk(renumbered)).isPresent();
  }

  @Test
  void reorderedAndRepeatedEntriesAreNamed() {
    List<Link> links = links("a", "b", "c");
    List<Link> repeated = List.of(links.get(0), links.get(1), links.get(1));
    assertThat(walk(repeated)).hasValueSatisfying(fault -> assertThat(fault).contains("reordered"));
    List<Link> swapped = List.of(links.get(1), links.get(0), links.get(2));
    assertThat(walk(swapped)).isPresent();
  }

  @Test
  void positionAndEntryCannotBeMistakenForOneAnother() {
    Chain one = Chain.empty().append(bytes("ab"));
    Chain two = Chain.empty().append(bytes("a")).append(bytes("b"));
    assertThat(one.head()).isNotEqualTo(two.head());
  }

  /** The SHA-256 of nothing, FIPS 180-4. */
  @Test
  void hashesAreSha256() {
    assertThat(Hash.of(new byte[0]).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.ZERO.brief()).isEqualTo("00000000");
    assertThatIllegalArgumentException().isThrownBy(() -> new Hash("abc"));
  }
}
