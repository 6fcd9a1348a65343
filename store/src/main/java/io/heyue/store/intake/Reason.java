package io.heyue.store.intake;

import io.heyue.core.base.Lang;

/** Why a row was not taken: closed, so that a program can count them, with words for people. */
public enum Reason {
  MISSING("为空，此列必填", "is empty; it must hold a value"),
  NOT_A_DATE(
      "不是日期。可能格式不对，可用 2026-11-01、2026/11/1、20261101、2026年11月1日",
      "is no date. Maybe write it as 2026-11-01, 2026/11/1, 20261101 or 2026年11月1日"),
  IMPOSSIBLE_DATE(
      "这一天不存在。可能月和日写反了", "is a day that does not exist. Maybe day and month are exchanged"),
  DATE_OUT_OF_RANGE(
      "日期不在 1970 年至 2199 年之间。可能年份写错了", "is not between 1970 and 2199. Maybe its year is wrong"),
  IN_THE_FUTURE(
      "晚于导入当天。可能年份或日月写错了", "lies after the day of this import. Maybe its day or year is wrong"),
  NOT_A_TIME("不是时间。可用 2026-11-01 10:20:30", "is no time. Maybe write it as 2026-11-01 10:20:30"),
  NOT_A_SUM("不是金额。可能夹有文字", "is no sum. Maybe it holds words"),
  NEGATIVE_SUM("金额为负。可能是冲正", "is negative. Maybe it is a reversal"),
  NOT_POSITIVE("金额须大于零", "must be more than zero"),
  SUM_TOO_FINE("小数位数多于该币种", "has more decimal places than its currency"),
  SUM_TOO_LARGE("金额过大。可能列错位了", "is too large. Maybe the columns are displaced"),
  NOT_A_RATE("不是利率。可用 24%、24 或 0.24（每年）", "is no rate. Maybe write 24%, 24 or 0.24, for a year"),
  RATE_TOO_HIGH("年利率超过 1000%。可能列错位了", "is above 1000 % a year. Maybe the columns are displaced"),
  NOT_A_NUMBER("不是整数，或不在允许范围内", "is no whole number, or out of range"),
  UNKNOWN_WORD(
      "不在可选值之内。可在映射文件 values 中添加",
      "is none of the known values. Maybe add it under values in the mapping file"),
  UNKNOWN_PLACE(
      "不是 ISO 3166 地区代码，例如 CN、CN-GD、US-NY", "is no ISO 3166 code. Maybe write CN, CN-GD or US-NY"),
  UNKNOWN_ZONE("不是时区名，例如 Asia/Shanghai", "is no time zone. Maybe write Asia/Shanghai"),
  NOT_A_PHONE(
      "不是电话号码。可能缺国家代码，例如 +86",
      "is no phone number. Maybe its country code is missing, such as +86"),
  NOT_A_MAIL_ADDRESS("不是邮箱地址", "is no e-mail address"),
  NOT_AN_IDENTITY_NUMBER(
      "不是证件号码。可能列错位了", "is no number of an identity document. Maybe the columns are displaced"),
  WRONG_CHECK_DIGIT("证件号码校验位不符。可能有一位写错了", "has a wrong check digit. Maybe one digit is mistyped"),
  ROUNDED_BY_A_SPREADSHEET(
      "被电子表格改成了科学计数法，位数已丢失。可能须以文本格式重新导出",
      "was rounded by a spreadsheet. Maybe export the column as text"),
  BAD_CHARACTER("含有控制字符。可能文件已损坏", "holds control characters. Maybe the file is damaged"),
  WRONG_ENCODING(
      "编码与文件其余部分不同。可能由两个文件拼接而成",
      "is encoded unlike the rest of the file. Maybe it was joined from two files"),
  TOO_LONG("过长", "is too long"),
  TOO_MANY_CELLS(
      "单元格多于表头。可能有逗号未加引号", "the row has more cells than the header. Maybe a comma is not quoted"),
  TOO_FEW_CELLS("单元格少于表头。可能行被截断", "the row has fewer cells than the header. Maybe it was cut off"),
  NO_PERSON("客户号和证件号码均为空", "the row has neither a person number nor an identity number"),
  DUPLICATE("文件中后面还有同一记录，以最后一行为准", "appears again below; the last row counts"),
  OTHER_PERSON(
      "该账户已属于另一位客户。可能账号或客户号写错了", "belongs to another person already. Maybe a number is wrong"),
  NUMBER_OF_ANOTHER(
      "该客户号对应不同的证件号码。可能客户号写错了",
      "belongs to people with different identity numbers. Maybe it is mistyped"),
  UNKNOWN_ACCOUNT("没有这个账户。可能须先导入账户", "is no known account. Maybe import accounts first"),
  AMBIGUOUS_ACCOUNT(
      "多家机构有此账号。可能须增加贷款机构列", "is an account of several lenders. Maybe add a column for the lender"),
  UNKNOWN_PERSON("没有这位客户。可能须先导入账户", "is no known person. Maybe import accounts first"),
  OTHER_CURRENCY("币种与账户不同", "is not the currency of the account"),
  ALREADY_RECONCILED(
      "该流水号已入账且内容不同。可能须用新的流水号",
      "was reconciled already with another sum or time. Maybe it needs a reference of its own");

  private final String chinese;
  private final String english;

  Reason(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String in(Lang language) {
    return switch (language) {
      case ZH -> chinese;
      case EN -> english;
    };
  }
}
