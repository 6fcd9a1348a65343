package io.heyue.core.understanding;

/** Chinese surnames by which a name is known that is in no book. */
final class Surnames {
  /** The hundred most frequent ones. */
  static final String CHARACTERS =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜"
          + "叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
          + "向汤";

  /** A pattern for one of them, or one of the frequent ones of two characters. */
  static final String ONE = "(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|慕容|[" + CHARACTERS + "])";

  private Surnames() {}
}
