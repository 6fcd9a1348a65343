package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.OwnPassword;
import io.heyue.app.api.AccessApi;
import io.heyue.app.api.ApiDescription;
import io.heyue.app.api.CampaignsApi;
import io.heyue.app.api.CasesApi;
import io.heyue.app.api.ConversationsApi;
import io.heyue.app.api.DecisionsApi;
import io.heyue.app.api.HandoversApi;
import io.heyue.app.api.HoldsApi;
import io.heyue.app.api.ImportsApi;
import io.heyue.app.api.LabelsApi;
import io.heyue.app.api.LawApi;
import io.heyue.app.api.LawWordsApi;
import io.heyue.app.api.LedgerApi;
import io.heyue.app.api.OutsideContactsApi;
import io.heyue.app.api.PasswordApi;
import io.heyue.app.api.PortfolioApi;
import io.heyue.app.api.Problems;
import io.heyue.app.api.SetbacksApi;
import io.heyue.app.api.SoundApi;
import io.heyue.app.api.SummaryApi;
import io.heyue.app.chat.ChatPage;
import io.heyue.app.chat.ChatSocket;
import io.heyue.app.chat.GatewayDoor;
import io.heyue.app.chat.OptOutPage;
import io.heyue.app.chat.VerifyPage;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.models.DriftGauges;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.vault.Vault;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Everything that the server is made of. Nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  // who may come in
  Doors.class,
  // what programs see
  SummaryApi.class,
  PortfolioApi.class,
  ImportsApi.class,
  CampaignsApi.class,
  CasesApi.class,
  HoldsApi.class,
  ConversationsApi.class,
  SoundApi.class,
  DecisionsApi.class,
  LabelsApi.class,
  HandoversApi.class,
  OutsideContactsApi.class,
  SetbacksApi.class,
  LawApi.class,
  LawWordsApi.class,
  LedgerApi.class,
  AccessApi.class,
  PasswordApi.class,
  Problems.class,
  ApiDescription.class,
  // what staff see
  StaffPages.class,
  ErrorPages.class,
  // what borrowers see
  ChatPage.class,
  ChatSocket.Wiring.class,
  VerifyPage.class,
  OptOutPage.class,
  // what SMS gateways reach
  GatewayDoor.class,
  Gauges.class,
  ModelMeters.class
})
class WebApplication {
  @Bean
  InstantSource clock(House house) {
    return house.clock();
  }

  @Bean
  Transactor transactor(House house) {
    return house.store().database().transactor();
  }

  @Bean
  MeterBinder drift(Transactor transactor, InstantSource clock) {
    return new DriftGauges(transactor, clock);
  }

  @Bean
  Vault vault(House house) {
    return house.store().vault();
  }

  @Bean
  Repeats repeats(Transactor transactor, Vault vault, InstantSource clock) {
    return new Repeats(transactor, vault, clock);
  }

  @Bean
  OwnPassword ownPassword(Accounts accounts, House house, InstantSource clock) {
    return new OwnPassword(accounts, house.store().database().transactor(), house.ledger(), clock);
  }

  @Bean
  Limiter logins(InstantSource clock) {
    return new Limiter(10, java.time.Duration.ofMinutes(5), clock);
  }

  /** Comes first, so that nobody sees another address. */
  @Bean
  FilterRegistrationBean<ProxyFilter> proxyFilter(House house) {
    FilterRegistrationBean<ProxyFilter> first =
        new FilterRegistrationBean<>(
            new ProxyFilter(new Proxies(house.settings().server().proxies())));
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /**
   * Ready means: the database answers and the heart beats. Work that was put aside doesn't make it
   * unready, since everything else goes on, but it is told.
   */
  @Bean
  HealthIndicator houseHealthIndicator(Transactor transactor, Heart heart) {
    return () -> {
      if (!heart.isWell()) {
        return Health.down().build();
      }
      Setbacks.Count aside = transactor.get(new Setbacks()::count);
      return Health.up()
          .withDetail("putAside", aside.waiting())
          .withDetail("givenUp", aside.givenUp())
          .build();
    };
  }
}
