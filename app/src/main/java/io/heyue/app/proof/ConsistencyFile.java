package io.heyue.app.proof;

import io.heyue.core.audit.Checkpoint;
import io.heyue.core.audit.Hash;
import io.heyue.core.audit.Mark;
import io.heyue.core.audit.Merkle;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** That each checkpoint of a bundle is the beginning of the next: nothing was exchanged between. */
record ConsistencyFile(List<Step> steps) {
  static final String FORMAT = "heyue-consistency/1";
  private static final int STRIPES = 16;

  ConsistencyFile {
    steps = List.copyOf(steps);
  }

  /** From one checkpoint to a later one, chain by chain. */
  record Step(long from, long to, List<Mark> before, List<Mark> after, List<List<Hash>> grew) {}

  /** Of checkpoints in order. */
  static ConsistencyFile of(Sql sql, Checkpoints checkpoints, List<Checkpoints.Kept> kept) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < kept.size(); i++) {
      Checkpoints.Kept from = kept.get(i - 1);
      Checkpoints.Kept to = kept.get(i);
      List<List<Hash>> grew = new ArrayList<>();
      for (int stripe = 0; stripe < STRIPES; stripe++) {
        grew.add(checkpoints.tree(sql, to, stripe).consistency(from.lengths().get(stripe)));
      }
      steps.add(
          new Step(
              from.checkpoint().number(),
              to.checkpoint().number(),
              checkpoints.marks(sql, from),
              checkpoints.marks(sql, to),
              grew));
    }
    return new ConsistencyFile(steps);
  }

  byte[] bytes() {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", FORMAT);
    ArrayNode list = node.putArray("steps");
    for (Step step : steps) {
      ObjectNode each = list.addObject();
      each.put("from", step.from()).put("to", step.to());
      marks(each.putArray("before"), step.before());
      marks(each.putArray("after"), step.after());
      ArrayNode grew = each.putArray("grew");
      step.grew().forEach(hashes -> ProofFile.hashes(grew.addArray(), hashes));
    }
    return Reading.written(node);
  }

  private static void marks(ArrayNode list, List<Mark> marks) {
    marks.forEach(mark -> ProofFile.mark(list.addObject(), mark));
  }

  static ConsistencyFile read(byte[] bytes) {
    return new ConsistencyFile(
        Reading.list(Reading.object(bytes, FORMAT), "steps", ConsistencyFile::step));
  }

  private static Step step(JsonNode node) {
    ObjectNode holder = Reading.JSON.createObjectNode();
    return new Step(
        Reading.number(node, "from", 1, 1L << 60),
        Reading.number(node, "to", 1, 1L << 60),
        Reading.list(node, "before", ProofFile::mark),
        Reading.list(node, "after", ProofFile::mark),
        Reading.list(
            node,
            "grew",
            each -> {
              holder.set("grew", each);
              return Reading.hashes(holder, "grew");
            }));
  }

  /**
   * Demands that one step proves what it should.
   *
   * @throws Unreadable saying what it doesn't
   */
  static void demand(Step step, Checkpoint from, Checkpoint to) {
    if (step.before().size() != STRIPES
        || step.after().size() != STRIPES
        || step.grew().size() != STRIPES) {
      throw new Unreadable("it doesn't name all chains");
    }
    if (!Checkpoint.root(step.before()).equals(from.root())
        || !Checkpoint.root(step.after()).equals(to.root())) {
      throw new Unreadable("its chains are not those of the checkpoints");
    }
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      Mark before = step.before().get(stripe);
      Mark after = step.after().get(stripe);
      if (before.stripe() != stripe
          || after.stripe() != stripe
          || !Merkle.isBeginning(
              before.length(),
              before.root(),
              after.length(),
              after.root(),
              step.grew().get(stripe))) {
        throw new Unreadable(
            "chain "
                + stripe
                + " of checkpoint "
                + from.number()
                + " is not the beginning of what it is in checkpoint "
                + to.number());
      }
    }
    if (from.number() + 1 == to.number() && from.size() > to.size()) {
      throw new Unreadable("the ledger became shorter");
    }
  }
}
