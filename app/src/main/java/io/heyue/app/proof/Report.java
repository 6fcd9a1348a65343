package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the verification of a bundle found. Filled by the {@link Verifier}, then only read. */
public final class Report {
  private static final String NOTHING_EN = "Nothing is proven: something is not as it was written.";
  private static final String NOTHING_ZH = "什么也没有证明：有内容与当初写入的不符。";

  private final List<Finding> findings = new ArrayList<>();

  /** What is said of something. */
  enum Level {
    PROVEN,
    NOT_PROVEN,
    FAULT
  }

  /**
   * One thing that was found.
   *
   * @param where the file of the bundle; empty where it is about all of it
   */
  record Finding(Level level, String where, String en, String zh) {
    String in(Lang lang) {
      String all = (where.isEmpty() ? "" : where + ": ") + (lang == Lang.ZH ? zh : en);
      // A bundle may hold what a terminal would obey.
      return all.replaceAll("\\p{Cntrl}", "?");
    }
  }

  void proven(String en, String zh) {
    findings.add(new Finding(Level.PROVEN, "", en, zh));
  }

  void open(String en, String zh) {
    findings.add(new Finding(Level.NOT_PROVEN, "", en, zh));
  }

  void fault(String where, String en, String zh) {
    findings.add(new Finding(Level.FAULT, where, en, zh));
  }

  List<Finding> of(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).distinct().toList();
  }

  /** Whether everything in the bundle is as it was written. */
  public boolean sound() {
    return of(Level.FAULT).isEmpty();
  }

  /** In plain words. */
  public String text(Lang lang) {
    boolean zh = lang == Lang.ZH;
    StringBuilder out = new StringBuilder();
    if (!sound()) {
      section(out, zh ? "有误" : "Wrong", Level.FAULT, lang);
      out.append(zh ? NOTHING_ZH : NOTHING_EN).append('\n');
      return out.toString();
    }
    section(out, zh ? "已证明" : "Proven", Level.PROVEN, lang);
    section(out, zh ? "没有证明" : "Not proven", Level.NOT_PROVEN, lang);
    return out.toString();
  }

  private void section(StringBuilder out, String title, Level level, Lang lang) {
    out.append(title).append(lang == Lang.ZH ? "：" : ":").append('\n');
    of(level).forEach(finding -> out.append("  - ").append(finding.in(lang)).append('\n'));
  }

  /** For programs: {@code {"sound":…,"proven":[…],"notProven":[…],"faults":[…]}}. */
  public String json(Lang lang) {
    ObjectNode node = Reading.JSON.createObjectNode();
    node.put("format", "heyue-verification/1").put("sound", sound());
    list(node.putArray("proven"), sound() ? of(Level.PROVEN) : List.of(), lang);
    list(node.putArray("notProven"), of(Level.NOT_PROVEN), lang);
    list(node.putArray("faults"), of(Level.FAULT), lang);
    return Reading.JSON
            .writer()
            .without(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(node)
        + "\n";
  }

  private static void list(ArrayNode list, List<Finding> findings, Lang lang) {
    findings.forEach(finding -> {
      ObjectNode each = list.addObject();
      if (!finding.where().isEmpty()) {
        each.put("file", finding.where());
      }
      each.put("what", lang == Lang.ZH ? finding.zh() : finding.en());
    });
  }
}
