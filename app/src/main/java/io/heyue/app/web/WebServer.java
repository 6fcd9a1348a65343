package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.house.Heart;
import io.heyue.app.house.House;
import io.heyue.app.installation.InstallationFailure;
import io.heyue.app.installation.Settings;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The running server. Closing it stops taking requests and lets those under way end. */
public final class WebServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private WebServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts; blocks until requests are taken.
   *
   * @param heart beats while the server runs; its owner starts and closes it
   * @throws InstallationFailure if the port is taken
   */
  public static WebServer start(House house, Heart heart, Accounts accounts) {
    Settings.Server server = house.settings().server();
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.address", server.address(),
            "server.port", String.valueOf(server.port()),
            "server.servlet.session.cookie.secure", String.valueOf(server.cookiesOverHttpsOnly())));
    application.addInitializers(context -> {
      context.getBeanFactory().registerSingleton("house", house);
      context.getBeanFactory().registerSingleton("heart", heart);
      context.getBeanFactory().registerSingleton("accounts", accounts);
    });
    // Only the program's own properties: a file that lies about in the working folder counts not.
    try {
      return new WebServer(application.run("--spring.config.location=classpath:/"));
    } catch (ApplicationContextException e) {
      if (e.getCause() instanceof PortInUseException taken) {
        throw new InstallationFailure(
            "Port "
                + taken.getPort()
                + " is taken. Maybe Heyue runs there already, or another program does; --port names another port.",
            e);
      }
      throw e;
    }
  }

  /** Where it listens; of use where port 0 was asked for. */
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  @Override
  public void close() {
    context.close();
  }
}
