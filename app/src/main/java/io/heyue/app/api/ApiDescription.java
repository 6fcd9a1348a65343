package io.heyue.app.api;

import io.heyue.app.access.Route;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * What the description of the API says of all operations alike: how to come in, which right is
 * asked for, what goes wrong and how, and that a POST may be repeated.
 */
public final class ApiDescription {
  private static final String KEY = "key";
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "The request can't be read.",
          "401", "No key, or none that is valid.",
          "403", "The role of the key does not allow this.",
          "404", "There is no such thing.",
          "422", "The request can be read and not carried out.");

  private static final String ABOUT =
      """
      Lists are pages: `limit` is at most 200, and `next` of one page is `after` of the following.
      What goes wrong is a problem by RFC 9457. A POST with an `Idempotency-Key` that is repeated
      within a day is done once and answered as the first was. Persons are masked; sums are
      decimals; times are instants in UTC.
      """;

  @Bean
  GlobalOpenApiCustomizer description() {
    return ApiDescription::describe;
  }

  private static void describe(OpenAPI api) {
    api.info(
        new Info()
            .title("Heyue")
            .version("v1")
            .description(ABOUT)
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    api.servers(List.of(new Server().url("/")));
    Components components = Optional.ofNullable(api.getComponents()).orElseGet(Components::new);
    components.addSecuritySchemes(
        KEY, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    components.addSchemas(PROBLEM, problem());
    api.components(components);
    api.security(List.of(new SecurityRequirement().addList(KEY)));
    api.getPaths()
        .forEach((path, item) ->
            item.readOperationsMap().forEach((method, operation) -> say(path, method, operation)));
  }

  private static Schema<?> problem() {
    return new Schema<>()
        .types(java.util.Set.of("object"))
        .description("RFC 9457")
        .addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"));
  }

  private static void say(String path, PathItem.HttpMethod method, Operation operation) {
    operation.operationId(method.name().toLowerCase(java.util.Locale.ROOT) + words(path));
    Route.all().stream()
        .filter(route -> route.path().equals(path) && route.method().equals(method.name()))
        .findFirst()
        .ifPresent(route -> operation.summary(route.purpose() + " (" + route.right() + ")"));
    PROBLEMS.forEach((status, why) ->
        operation
            .getResponses()
            .addApiResponse(
                status,
                new ApiResponse()
                    .description(why)
                    .content(
                        new Content()
                            .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                    .schema(
                                        new Schema<>().$ref("#/components/schemas/" + PROBLEM))))));
    if (method == PathItem.HttpMethod.POST) {
      repeatable(operation);
    }
  }

  private static void repeatable(Operation operation) {
    boolean said =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()));
    if (!said) {
      operation.addParametersItem(
          new Parameter()
              .name("Idempotency-Key")
              .in("header")
              .required(false)
              .schema(new StringSchema().maxLength(200)));
    }
    operation
        .getResponses()
        .values()
        .forEach(answer ->
            answer.addHeaderObject(
                "Idempotent-Replayed",
                new Header()
                    .description("true where the first answer is repeated")
                    .schema(new StringSchema())));
  }

  /** "/api/v1/cases/{id}/why" as "CasesIdWhy". */
  private static String words(String path) {
    StringBuilder words = new StringBuilder();
    for (String part : path.substring("/api/v1".length()).split("[^A-Za-z]+", -1)) {
      if (!part.isEmpty()) {
        words.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return words.toString();
  }
}
