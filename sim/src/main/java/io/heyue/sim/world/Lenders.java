package io.heyue.sim.world;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.portfolio.Lender;
import java.util.List;

/** Lenders that don't exist. */
final class Lenders {
  private Lenders() {}

  /** A lender and its products. */
  record Offering(Lender lender, List<String> products) {}

  static List<Offering> all(Lang lang) {
    return switch (lang) {
      case ZH ->
          List.of(
              new Offering(
                  new Lender("青禾消费金融", Licence.CONSUMER_FINANCE, "CN"), List.of("青禾贷", "分期购")),
              new Offering(new Lender("江岸银行", Licence.BANK, "CN"), List.of("信用卡", "消费贷")),
              new Offering(new Lender("南屏小贷", Licence.MICRO_LOAN, "CN"), List.of("经营周转贷")));
      case EN ->
          List.of(
              new Offering(
                  new Lender("Greenfield Finance", Licence.CONSUMER_FINANCE, "CN"),
                  List.of("consumer loan")),
              new Offering(
                  new Lender("Riverbank", Licence.BANK, "CN"),
                  List.of("credit card", "card loan")));
    };
  }
}
