package io.heyue.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Rng;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MerkleTest {
  private static final long SEED = 20_261_123;
  private static final int SIZES = 200;

  private static List<Hash> leaves(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array()));
    }
    return leaves;
  }

  /** The definition of RFC 9162 §2.1.1, written down as it stands there. */
  private static Hash defined(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Merkle.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = 1;
    while (k * 2 < leaves.size()) {
      k *= 2;
    }
    return Merkle.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
  }

  /** The tree that implementations of RFC 6962 are tested with. */
  @Test
  void knownRootsOfCertificateTransparency() {
    List<String> data =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    List<Hash> leaves =
        data.stream().map(hex -> Merkle.leaf(HexFormat.of().parseHex(hex))).toList();
    assertThat(Merkle.EMPTY.hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Merkle.root(leaves.subList(0, 1)).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(Merkle.root(leaves.subList(0, 2)).hex())
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assertThat(Merkle.root(leaves).hex())
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    assertThat(new MerkleTree(leaves).path(0).stream().map(Hash::hex))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
  }

  @Test
  void everyLeafOfEverySizeIsProvenAndNoOther() {
    Rng rng = Rng.seeded(SEED);
    for (int size = 1; size <= SIZES; size++) {
      List<Hash> leaves = leaves(size);
      MerkleTree tree = new MerkleTree(leaves);
      Hash root = tree.root();
      assertThat(root).as("size %d", size).isEqualTo(defined(leaves));
      for (int at = 0; at < size; at++) {
        List<Hash> path = tree.path(at);
        assertThat(path.size()).isLessThanOrEqualTo(8);
        assertThat(Merkle.climb(leaves.get(at), at, size, path))
            .as("size %d, leaf %d", size, at)
            .isEqualTo(root);
      }
      wrong(rng, leaves, tree);
    }
  }

  /** One leaf, place, size or step that is another leads elsewhere. */
  private static void wrong(Rng rng, List<Hash> leaves, MerkleTree tree) {
    int size = leaves.size();
    int at = rng.nextInt(size);
    List<Hash> path = tree.path(at);
    Hash other = Merkle.leaf(new byte[] {7});
    String where = "seed " + SEED + ", size " + size + ", leaf " + at;
    assertThat(climbs(other, at, size, path)).as(where).isNotEqualTo(Optional.of(tree.root()));
    if (size > 1) {
      int elsewhere = (at + 1) % size;
      assertThat(climbs(leaves.get(at), elsewhere, size, path))
          .as(where)
          .isNotEqualTo(Optional.of(tree.root()));
    }
    for (int step = 0; step < path.size(); step++) {
      List<Hash> changed = new ArrayList<>(path);
      changed.set(step, other);
      assertThat(climbs(leaves.get(at), at, size, changed))
          .as(where + ", step " + step)
          .isNotEqualTo(Optional.of(tree.root()));
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(step);
      assertThat(climbs(leaves.get(at), at, size, shorter))
          .as(where + " without step " + step)
          .isNotEqualTo(Optional.of(tree.root()));
    }
  }

  private static Optional<Hash> climbs(Hash leaf, long at, long size, List<Hash> path) {
    try {
      return Optional.of(Merkle.climb(leaf, at, size, path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Test
  void everyBeginningOfEverySizeIsProvenAndNoOther() {
    Rng rng = Rng.seeded(SEED);
    List<Hash> roots = new ArrayList<>();
    for (int size = 0; size <= SIZES; size++) {
      roots.add(defined(leaves(size)));
    }
    for (int size = 1; size <= SIZES; size++) {
      MerkleTree tree = new MerkleTree(leaves(size));
      Set<Integer> firsts = new TreeSet<>(List.of(0, 1, size / 2, size - 1, size));
      for (int i = 0; i < 12; i++) {
        firsts.add(rng.nextInt(size + 1));
      }
      for (int first : firsts) {
        List<Hash> proof = tree.consistency(first);
        Hash before = roots.get(first);
        assertThat(tree.root(first)).isEqualTo(before);
        assertThat(Merkle.isBeginning(first, before, size, tree.root(), proof))
            .as("%d of %d", first, size)
            .isTrue();
        Hash other = Merkle.leaf(new byte[] {(byte) rng.nextInt(100)});
        assertThat(Merkle.isBeginning(first, other, size, tree.root(), proof)).isFalse();
        if (first > 0) {
          assertThat(Merkle.isBeginning(first, before, size, other, proof)).isFalse();
        }
        if (!proof.isEmpty()) {
          List<Hash> changed = new ArrayList<>(proof);
          changed.set(rng.nextInt(proof.size()), other);
          assertThat(Merkle.isBeginning(first, before, size, tree.root(), changed)).isFalse();
        }
      }
    }
  }

  @Test
  void tilesThatAreKnownLeadToTheSame() {
    int size = 3 * MerkleTree.TILE + 77;
    List<Hash> leaves = leaves(size);
    MerkleTree whole = new MerkleTree(leaves);
    List<Long> asked = new ArrayList<>();
    MerkleTree tiled =
        new MerkleTree(
            size,
            at -> {
              asked.add(at);
              return leaves.get((int) at);
            },
            tile -> {
              int from = (int) tile * MerkleTree.TILE;
              return Optional.of(Merkle.root(leaves.subList(from, from + MerkleTree.TILE)));
            });
    assertThat(tiled.path(300)).isEqualTo(whole.path(300));
    assertThat(asked).hasSizeLessThan(MerkleTree.TILE + 77);
    assertThat(tiled.root()).isEqualTo(whole.root());
    assertThat(tiled.consistency(600)).isEqualTo(whole.consistency(600));
  }

  @Test
  void whatNoTreeHasIsRefused() {
    MerkleTree tree = new MerkleTree(leaves(3));
    assertThatThrownBy(() -> tree.path(3)).hasMessageContaining("no 3");
    assertThatThrownBy(() -> tree.path(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Merkle.climb(Merkle.EMPTY, 0, Long.MAX_VALUE, List.of()))
        .hasMessageContaining("leaves");
    assertThatThrownBy(() -> Merkle.climb(Merkle.EMPTY, 0, 1, List.of(Merkle.EMPTY)))
        .hasMessageContaining("longer");
    assertThat(Merkle.isBeginning(5, Merkle.EMPTY, 4, Merkle.EMPTY, List.of())).isFalse();
    assertThat(Merkle.isBeginning(3, Merkle.EMPTY, 5, Merkle.EMPTY, List.of())).isFalse();
  }
}
