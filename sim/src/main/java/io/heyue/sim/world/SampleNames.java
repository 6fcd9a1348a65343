package io.heyue.sim.world;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Rng;
import java.util.List;

/** Names put together by rule: a family name and given syllables, or a tree and a bird. */
final class SampleNames {
  private static final List<String> FAMILY =
      List.of(
          "赵", "钱", "孙", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何",
          "吕", "施", "孔", "曹", "严", "华", "金", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "柏", "窦", "章", "云");
  private static final List<String> FIRST =
      List.of(
          "青", "若", "知", "景", "云", "书", "语", "子", "晨", "安", "思", "望", "南", "北", "听", "行", "雨", "松",
          "竹", "兰", "梅", "远", "星", "清");
  private static final List<String> SECOND =
      List.of(
          "禾", "舟", "言", "遥", "宁", "溪", "渡", "山", "川", "原", "岚", "川", "野", "石", "泉", "川", "帆", "乔",
          "桐", "枫", "榆", "柏", "芷", "苇");
  private static final List<String> TREES =
      List.of(
          "Alder",
          "Aspen",
          "Birch",
          "Cedar",
          "Elm",
          "Hazel",
          "Juniper",
          "Larch",
          "Laurel",
          "Maple",
          "Olive",
          "Rowan",
          "Willow",
          "Linden",
          "Myrtle",
          "Tamarisk");
  private static final List<String> BIRDS =
      List.of(
          "Finch",
          "Heron",
          "Plover",
          "Swift",
          "Lark",
          "Siskin",
          "Dunlin",
          "Brambling",
          "Pipit",
          "Dotterel",
          "Wren",
          "Kestrel",
          "Bunting",
          "Warbler",
          "Curlew",
          "Fieldfare");

  private SampleNames() {}

  static PersonName draw(Lang lang, Rng rng) {
    return new PersonName(
        switch (lang) {
          case ZH ->
              Draws.one(FAMILY, rng)
                  + (rng.chance(0.85) ? Draws.one(FIRST, rng) : "")
                  + Draws.one(SECOND, rng);
          case EN -> Draws.one(TREES, rng) + " " + Draws.one(BIRDS, rng);
        });
  }
}
