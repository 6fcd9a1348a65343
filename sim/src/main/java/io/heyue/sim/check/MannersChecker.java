package io.heyue.sim.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No threat, insult or false authority (刑法 293-1; 治安管理处罚法; CBA 2026 ch. 3). */
final class MannersChecker implements Checker {
  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "threat",
          pattern(
              "起诉|法院|律师函|坐牢|判刑|拘留|报警|后果自负|上门|黑名单|失信|查封|冻结|强制执行|通知你的?(家人|单位|公司)|别怪"
                  + "|lawsuit|\\bsue\\b|court|jail|prison|arrest|seize|garnish|or else|blacklist"
                  + "|tell your (boss|employer|family)|visit your"),
          "insult",
          pattern(
              "老赖|无耻|不要脸|垃圾|混蛋|骗子|可耻|丢人|废物" + "|deadbeat|\\bliar|shame on|disgusting|loser|thief"),
          "false authority",
          pattern(
              "公安|司法机关|检察|我是(律师|警)|法务部|专案"
                  + "|\\bpolice|prosecutor|law firm|attorney general|government agency"));

  @Override
  public List<Finding> check(Transcript transcript) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < transcript.exchanges().size(); i++) {
      String said = transcript.exchanges().get(i).said();
      for (Map.Entry<String, Pattern> entry : FORBIDDEN.entrySet()) {
        Matcher matcher = entry.getValue().matcher(said);
        if (matcher.find()) {
          findings.add(
              Finding.unlawful("manners", i + 1, entry.getKey() + ": '" + matcher.group() + "'"));
        }
      }
    }
    return findings;
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
