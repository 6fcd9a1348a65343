package io.heyue.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/** Reads {@link Settings}. A name that means nothing is a mistake and ends the start. */
public final class SettingsReader {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

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
          file + " can't be read as YAML" + place(e) + ". Maybe a line is indented wrongly.", e);
    }
    demandOurs(file, sources);
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

  /** Where the parser gave up: the last place that its message names. */
  private static String place(Exception failure) {
    Matcher line = LINE.matcher(String.valueOf(failure.getMessage()));
    String found = "";
    while (line.find()) {
      found = ", line " + line.group(1);
    }
    return found;
  }

  /** What stands beside {@code heyue:} would be read by nobody. */
  private static void demandOurs(Path file, List<PropertySource<?>> sources) {
    sources.stream()
        .filter(OriginTrackedMapPropertySource.class::isInstance)
        .flatMap(
            source -> Arrays.stream(((OriginTrackedMapPropertySource) source).getPropertyNames()))
        .filter(name -> !name.startsWith("heyue."))
        .sorted()
        .findFirst()
        .ifPresent(name -> {
          throw new InstallationFailure(
              file
                  + ": unknown setting ["
                  + name
                  + "]. Maybe it must stand below 'heyue:'; doc/configuration.md lists all.");
        });
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
      if (next instanceof ConversionFailedException failed
          && failed.getTargetType().getType().isEnum()) {
        return failure.getName()
            + " is "
            + failed.getValue()
            + "; it must be one of "
            + words(failed.getTargetType().getType())
            + ". Maybe it is misspelt.";
      }
    }
    return failure.getName() + " can't be used: " + firstLine(cause);
  }

  /** What an enum's names are written as in the settings. */
  private static List<String> words(Class<?> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
