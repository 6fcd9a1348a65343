package io.heyue.app.proof;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.Merkle;
import io.heyue.core.audit.MerkleTree;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.postgres.Sql;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a record stood in the ledger when a checkpoint was made: a path from its link to the root of
 * its chain, and from there to the root of all chains.
 *
 * @param checkpoint its number
 * @param chain the chain of the record as it was then
 * @param path to the root of the chain
 * @param chains to the root of all
 */
record ProofFile(long checkpoint, long number, Mark chain, List<Hash> path, List<Hash> chains) {
  static final String FORMAT = "heyue-inclusion/1";
  private static final int STRIPES = 16;

  ProofFile {
    path = List.copyOf(path);
    chains = List.copyOf(chains);
  }

  /** The proof that an entry stood at a checkpoint that covers it. */
  static ProofFile of(
      Sql sql, Checkpoints checkpoints, Checkpoints.Kept kept, int stripe, long number) {
    List<Mark> marks = checkpoints.marks(sql, kept);
    return new ProofFile(
        kept.checkpoint().number(),
        number,
        marks.get(stripe),
        checkpoints.tree(sql, kept, stripe).path(number - 1),
        new MerkleTree(marks.stream().map(Mark::leaf).toList()).path(stripe));
  }

  byte[] bytes() {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", FORMAT).put("checkpoint", checkpoint).put("number", number);
    mark(node.putObject("chain"), chain);
    hashes(node.putArray("path"), path);
    hashes(node.putArray("chains"), chains);
    return Reading.written(node);
  }

  static ProofFile read(byte[] bytes) {
    JsonNode node = Reading.object(bytes, FORMAT);
    return new ProofFile(
        Reading.number(node, "checkpoint", 1, 1L << 60),
        Reading.number(node, "number", 1, 1L << 60),
        mark(node.path("chain")),
        Reading.hashes(node, "path"),
        Reading.hashes(node, "chains"));
  }

  static void mark(ObjectNode node, Mark mark) {
    node.put("stripe", mark.stripe())
        .put("length", mark.length())
        .put("head", mark.head().hex())
        .put("root", mark.root().hex());
  }

  static Mark mark(JsonNode node) {
    return new Mark(
        (int) Reading.number(node, "stripe", 0, STRIPES - 1),
        Reading.number(node, "length", 0, 1L << 60),
        Reading.hash(node, "head"),
        Reading.hash(node, "root"));
  }

  static void hashes(ArrayNode list, List<Hash> hashes) {
    hashes.forEach(hash -> list.add(hash.hex()));
  }

  /**
   * Whether it proves that {@code record} stood at {@code at}.
   *
   * @throws Unreadable saying which part of the way leads nowhere
   */
  void demand(RecordFile record, Checkpoint at) {
    if (number != record.number() || chain.stripe() != record.stripe()) {
      throw new Unreadable("it is about another record");
    }
    if (number > chain.length()) {
      throw new Unreadable("the chain was not that long then");
    }
    Hash root = climb(Mark.leaf(record.hash()), number - 1, chain.length(), path);
    if (!root.equals(chain.root())) {
      throw new Unreadable("its path doesn't lead from the record to the root of the chain");
    }
    Hash all = climb(chain.leaf(), chain.stripe(), STRIPES, chains);
    if (!all.equals(at.root())) {
      throw new Unreadable(
          "its path doesn't lead from the chain to the root of checkpoint " + at.number());
    }
  }

  private static Hash climb(Hash leaf, long index, long size, List<Hash> path) {
    try {
      return Merkle.climb(leaf, index, size, path);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("its path has the wrong length");
    }
  }
}
