package io.heyue.core.law;

/**
 * Which rule, in which version, such as {@code CN-GBT-01@1}.
 *
 * @param version counts from 1
 */
public record RuleId(String id, int version) implements Comparable<RuleId> {
  @Override
  public int compareTo(RuleId other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
