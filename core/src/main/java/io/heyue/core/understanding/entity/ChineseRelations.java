package io.heyue.core.understanding.entity;

import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import org.jspecify.annotations.Nullable;

/**
 * People as somebody's kin, friends or colleagues, in the standard language and in the words of its
 * dialects: 我老公, 家里人, 阿妈 and 细佬 (Cantonese), 姆妈 (Wu), 婆娘 and 幺儿 (Sichuan), 头家 (Hokkien).
 */
final class ChineseRelations {
  private static final WordList<String> RELATIONS =
      new WordList.Builder<String>()
          .add("spouse", words("老公 老婆 丈夫 妻子 爱人 媳妇儿 媳妇 先生 太太 配偶 对象 老伴儿 老伴 前夫 前妻"))
          .add("spouse", words("我家那口子 我家那位 我们家那口子 俺家那口子 俺那口子 俺当家的 我那口子 我当家的"))
          .add("spouse", words("婆娘 堂客 家主婆 老爷们儿 老爷们 孩子他妈 孩子他爸 孩子他爹"))
          .add("spouse", words("孩儿他妈 孩儿他爸 孩儿他爹 孩儿他娘 孩子他娘 孩子她妈 孩子她爸"))
          .add("spouse", words("娃儿他妈 娃儿他爸 孩他妈 孩他爸 孩他爹 娃他妈 娃他爸 娃他娘 娃他爹"))
          .add("parent", words("爸爸 妈妈 爸妈 父母 父亲 母亲 老爸 老妈 爹妈 爹娘 爷娘 爹 爸 妈 老爹 老娘 家长"))
          .add("parent", words("岳父 岳母 公公 婆婆 公婆 老丈人 丈母娘 丈人 老丈母 养父 养母 继父 继母 后爸 后妈 干爸 干妈"))
          .add("parent", words("阿妈 阿爸 阿爹 阿娘 阿母 阿姆 老豆 老窦 妈咪 爹地 爹爹 姆妈 老汉儿 老子娘 老妈子 俺娘 俺爹"))
          .add("child", words("儿子 女儿 闺女 孩子 小孩 娃 儿女 子女 女婿 儿媳妇 儿媳 小孩子"))
          .add("child", words("幺儿 幺女 娃儿 女娃儿 男娃儿 女娃 男娃 娃娃 囡囡 囡儿 伲子 细路仔 老闺女 老姑娘 大小子 小小子 新抱"))
          .add("sibling", words("哥哥 弟弟 姐姐 妹妹 大哥 大姐 老弟 老妹 兄弟姐妹 亲哥 亲弟 亲姐 亲妹 二哥 三哥 二姐 三姐 大弟 小弟 小妹"))
          .add("sibling", words("小舅子 大舅子 小姨子 大姨子 小姑子 大姑子 小叔子 大伯子 姐夫 妹夫 嫂子 弟媳 弟妹 弟媳妇 连襟 妯娌"))
          .add("sibling", words("大嫂 二嫂 三嫂 大姐夫 二姐夫 三姐夫 二弟 三弟 二妹 三妹"))
          .add("sibling", words("细佬 家姐 细妹 阿哥 阿姐 阿弟 阿妹 阿嫂 幺妹 幺弟 老疙瘩"))
          .add("grandparent", words("爷爷 奶奶 姥姥 姥爷 外公 外婆 阿公 阿婆 阿嬷 阿嫲 阿爷 嫲嫲 好婆 姥娘 祖父 祖母 外祖父 外祖母"))
          .add("relative", words("亲戚 叔叔 阿姨 舅舅 姑姑 姑妈 姨妈 大伯 伯父 婶婶 伯母 舅妈 姑父 姑丈 姨父 姨丈 婶子 姨娘 娘舅"))
          .add("relative", words("表哥 表弟 表姐 表妹 堂哥 堂弟 堂姐 堂妹 表叔 表舅 侄子 侄女 外甥 外甥女 孙子 孙女 外孙 外孙女"))
          .add(
              "relative",
              words("家里人 家人 亲属 家属 屋企人 屋里人 屋头人 厝内人 二叔 三叔 四叔 二伯 三伯 二婶 三婶 二舅 三舅 大姨 二姨 三姨 大姑 二姑 三姑"))
          .add("relative", words("老舅 老姨 老叔 老姑 幺爸 幺叔 幺舅 大舅 小舅 小姨 小姑 小叔"))
          .add("partner", words("女朋友 男朋友 未婚妻 未婚夫 女友 男友"))
          .add("friend", words("朋友 好友 哥们儿 哥们 闺蜜 发小 兄弟 铁哥们 老铁 老乡 战友 死党 小姐妹 姐妹淘"))
          .add("colleague", words("同事 工友 单位同事"))
          .add("employer", words("老板 领导 单位领导 雇主 老细 事头 头家 工头 包工头 老板娘"))
          .add("guarantor", words("担保人 保证人 担保方"))
          .add("co_borrower", words("共同借款人 共借人"))
          .add("emergency_contact", words("紧急联系人"))
          .add("neighbour", words("邻居 邻里 隔壁邻居 厝边 街坊"))
          .add("classmate", words("同学 室友 舍友"))
          .add("landlord", words("房东 包租婆 包租公"))
          .add("tenant", words("租客 租户"))
          .build();

  /** Words that are a relation only behind 我, 他, 她: 我哥, 我姐, 我弟. */
  private static final WordList<String> SHORT_RELATIONS =
      new WordList.Builder<String>()
          .add("parent", words("爸 妈 爹 娘 老汉 老母 老头 老太太 阿大 干爹 干娘"))
          .add("spouse", words("另一半 男人 女人 老头子 老太婆 老太公 内人 掌柜的 屋里的 屋里头的 屋头的 那口子 当家的"))
          .add("sibling", words("哥 弟 姐 妹 姐妹 兄妹 大佬 妹子 老哥 老姐"))
          .add("relative", words("叔 姨 舅 姑 伯 婶"))
          .add("grandparent", words("爷 奶 姥 太爷 太奶"))
          .add("child", words("儿 仔 女 囡 崽 丫头 妞 小子 娃子 老幺"))
          .build();

  /** Whose they are, longest first. */
  private static final String[] OWNERS = {
    "我们家", "我们屋头", "我屋头", "我屋里", "我家里", "我家", "他们家", "他家", "她家", "俺家里", "俺家", "俺们", "我们", "他们",
    "她们", "我哋", "我地", "阿拉", "侬", "我个", "我嘅", "我这个", "我那个", "我", "他", "她", "俺那", "俺", "咱们", "咱家",
    "咱", "你", "阮", "佢", "伲"
  };

  private static final String FIRST_OF_OWNERS = "我他她俺阿侬咱你阮佢伲";

  /** Words that also address a stranger: 大哥你行行好. */
  private static final WordList<Boolean> ADDRESSES =
      new WordList.Builder<Boolean>()
          .add(true, words("大哥 大姐 兄弟 哥们儿 哥们 老弟 老妹 老板 领导 阿姨 叔叔 哥哥 姐姐 妹妹 弟弟 朋友 老铁 老乡 阿哥 阿姐 阿妹"))
          .build();

  private ChineseRelations() {}

  /** The person that is named here, or null. */
  static @Nullable Mention read(int start, Scene scene) {
    Cursor cursor = scene.cursor(start);
    String id = owned(cursor);
    if (id == null) {
      cursor.back(start);
      id = RELATIONS.take(cursor);
      boolean title = cursor.at() - start == 1;
      boolean gentleman = start > 0 && scene.text().startsWith("先生", start);
      if (id == null || title || gentleman || isAddress(scene, start, cursor)) {
        return null;
      }
    }
    return Mention.sure(EntityType.RELATION, start, cursor.at(), new Value.Relation(id));
  }

  /** 我家里人 is 我 with 家里人 where 我家 leads to nothing, so every owner that stands here is tried. */
  private static @Nullable String owned(Cursor cursor) {
    if (!cursor.seesOneOf(FIRST_OF_OWNERS)) {
      return null;
    }
    int start = cursor.at();
    for (String owner : OWNERS) {
      if (!cursor.take(owner)) {
        continue;
      }
      cursor.takeAny("的", "嘅");
      String id = RELATIONS.take(cursor);
      if (id == null) {
        id = isOtherWord(cursor) ? null : SHORT_RELATIONS.take(cursor);
      }
      if (id != null) {
        return id;
      }
      cursor.back(start);
    }
    return null;
  }

  /** Whether the character that might be a short relation begins another word: 我女装店, 我儿时. */
  private static boolean isOtherWord(Cursor cursor) {
    return cursor.seesAny(
        "女的", "女装", "女人味", "女士", "女生", "女孩", "儿时", "儿童", "仔细", "爷们", "姑且", "姑娘", "奶粉", "奶茶", "奶牛",
        "伯仲", "娘家", "男人嘛", "女人嘛", "小子嘛", "老头乐");
  }

  private static boolean isAddress(Scene scene, int start, Cursor cursor) {
    char before = scene.before(start, 1);
    boolean opens =
        before == 0 || !Character.isLetterOrDigit(before) || "喂哎嗨唉".indexOf(before) >= 0;
    if (!opens || ADDRESSES.take(scene.cursor(start)) == null) {
      return false;
    }
    Cursor behind = cursor.copy();
    return behind.seesOneOf("你您,!求听别啊呀哎哟诶行 ") || behind.seesAny("咱们", "饶", "放过", "放我");
  }

  private static String[] words(String list) {
    return list.split(" ");
  }
}
