package io.heyue.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/** Reads {@link Settings}. A name that means nothing is a mistake and ends the start. */
public final class SettingsReader {
  private SettingsReader() {}

  /** The settings of an installation, whose file need not be there. */
  public static Settings read(Installation installation, Map<String, String> environment) {
    return read(installation.settingsFile(), environment);
  }

  static Settings read(Path file, Map<String, String> environment) {
    List<PropertySource<?>> sources = new ArrayList<>();
    sources.add(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(environment)));
    try {
      if (Files.exists(file)) {
        sources.addAll(
            new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file)));
      }
    } catch (IOException | RuntimeException e) {
      throw new InstallationFailure(
          file + " can't be read as YAML: " + firstLine(e) + " Maybe a line is indented wrongly.",
          e);
    }
    Iterable<ConfigurationPropertySource> properties = ConfigurationPropertySources.from(sources);
    try {
      return new Binder(properties)
          .bindOrCreate(
              "heyue",
              Bindable.of(Settings.class),
              new NoUnboundElementsBindHandler(
                  org.springframework.boot.context.properties.bind.BindHandler.DEFAULT,
                  new UnboundElementsSourceFilter()));
    } catch (BindException e) {
      throw new InstallationFailure(file + ": " + explain(e), e);
    }
  }

  private static String explain(BindException failure) {
    Throwable cause = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      cause = next;
      if (next instanceof UnboundConfigurationPropertiesException unbound) {
        return "unknown setting "
            + unbound.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .sorted()
                .toList()
            + ". Maybe it is misspelt; doc/configuration.md lists all.";
      }
    }
    return failure.getName() + " can't be used: " + firstLine(cause);
  }

  private static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
