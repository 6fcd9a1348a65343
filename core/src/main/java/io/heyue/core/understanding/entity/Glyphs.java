package io.heyue.core.understanding.entity;

import java.util.HashMap;
import java.util.Map;

/**
 * The one spelling that the rules know for each character: half-width, simplified, lower case,
 * plain numerals. Characters that no rule reads keep their shape.
 */
final class Glyphs {
  /** Pairs of a written form and the form that stands for it. */
  private static final String PAIRS =
      // Numerals of cheques and contracts (大写), and old variants.
      "壹一弌一贰二貳二弍二叁三叄三參三弎三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千"
          + "〇零○零◯零圆元圓元萬万億亿兩两廾廿"
          // Traditional characters that occur in what the rules read.
          + "還还個个號号幾几點点鐘钟鍾钟後后這这週周禮礼過过錢钱塊块時时間间從从來来餘余"
          + "發发資资結结賬账帳账獎奖終终話话郵邮電电簡简訊讯媽妈爺爷兒儿親亲舊旧農农曆历"
          + "歷历陰阴陽阳臘腊國国慶庆節节勞劳動动聖圣誕诞歲岁買买賣卖貨货銀银齊齐頭头歐欧"
          + "韓韩盧卢銖铢幣币臺台貸贷數数約约當当現现開开業业學学夠够給给內内裡里裏里將将"
          + "擔担師师婦妇孫孙鄰邻債债償偿繳缴額额總总筆笔歸归轉转賠赔對对樣样應应該该無无"
          + "領领獲获養养險险積积報报銷销遷迁穀谷莊庄達达陳陈傳传聯联係系絡络機机號号網网"
          + "嬸婶夥伙閨闺孃娘輩辈僱雇雙双萬万輛辆張张條条遠远離离滿满幫帮從从嗎吗們们務务"
          + "飯饭鋪铺豐丰華华經经濟济長长園园進进種种雞鸡龍龙馬马歡欢檔档潤润興兴順顺"
          + "紅红綫线線线優优啟启處处課课調调關关變变讓让認认誰谁請请謝谢議议護护"
          + "聽听晝昼噚琴尋寻嚿旧細细載载"
          // Signs.
          + "—-–-−-‐-‑-―-〜~∶:·.‧.・.•.";

  private static final Map<Character, Character> FOLDED = new HashMap<>();

  static {
    for (int i = 0; i + 1 < PAIRS.length(); i += 2) {
      FOLDED.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
  }

  private Glyphs() {}

  /** The form that stands for {@code written}. */
  static char fold(char written) {
    if (written < 0x80) {
      return written >= 'A' && written <= 'Z' ? (char) (written + 32) : written;
    }
    char narrow = written;
    if (written >= 0xFF01 && written <= 0xFF5E) {
      narrow = (char) (written - 0xFEE0);
      return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + 32) : narrow;
    }
    if (written == 0x3000 || written == 0x00A0) {
      return ' ';
    }
    if (written == 0xFFE5) {
      return '¥';
    }
    Character folded = FOLDED.get(narrow);
    if (folded != null) {
      return folded;
    }
    int digit = Character.digit(written, 10);
    return digit >= 0 ? (char) ('0' + digit) : Character.toLowerCase(written);
  }

  /** Whether {@code written} has no width of its own and may stand inside a word unnoticed. */
  static boolean vanishes(char written) {
    return written >= 0x80
        && (Character.getType(written) == Character.FORMAT
            || Character.getType(written) == Character.ENCLOSING_MARK
            || (written >= 0xFE00 && written <= 0xFE0F));
  }
}
