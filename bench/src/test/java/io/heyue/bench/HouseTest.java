package io.heyue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the import table of ARCHITECTURE.md: who may import whom, and how many rooms there are. */
class HouseTest {
  private static final String HOUSE = "io.heyue.";
  private static final List<String> MODULES =
      List.of("core", "brain", "learn", "store", "voice", "app", "sim", "bench");

  private static Map<String, Set<String>> table = Map.of();
  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void read() throws IOException {
    Path root = Path.of(System.getProperty("heyue.root"));
    table = table(Files.readString(root.resolve("ARCHITECTURE.md")));
    classes =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream()
                    .map(module -> root.resolve(module).resolve("target/classes"))
                    .toList());
  }

  @Test
  void roomsImportOnlyWhatTheTableAllows() {
    List<String> trespasses = new ArrayList<>();
    for (JavaClass from : classes) {
      Optional<String> room = room(from.getPackageName());
      if (room.isEmpty()) {
        trespasses.add(from.getName() + " lives in no room of ARCHITECTURE.md");
        continue;
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith(HOUSE) && !allowed(room.get(), target.substring(HOUSE.length()))) {
          trespasses.add(dependency.getDescription());
        }
      }
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void theKernelUsesNothingButTheJdk() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass from : classes) {
      if (!from.getPackageName().startsWith("io.heyue.core")) {
        continue;
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        boolean known =
            target.isEmpty()
                || target.startsWith("java.")
                || target.startsWith("javax.crypto")
                || target.startsWith("io.heyue.core")
                || target.startsWith("org.jspecify");
        if (!known) {
          foreign.add(from.getName() + " uses " + target);
        }
      }
    }
    assertThat(foreign).isEmpty();
  }

  @Test
  void everyRoomOfTheTableIsThereAndWasSeen() {
    Set<String> seen = new TreeSet<>();
    classes.forEach(type -> room(type.getPackageName()).ifPresent(seen::add));
    assertThat(seen).isEqualTo(new TreeSet<>(table.keySet()));
    assertThat(classes).hasSizeGreaterThan(200);
  }

  @Test
  void onlyTheGuardsRoomCanMakePermissions() {
    for (String permission : List.of("ApprovedReply", "ContactPermit")) {
      JavaClass type = classes.get(HOUSE + "core.compliance." + permission);
      assertThat(type.reflect().isSealed()).isTrue();
      for (Class<?> maker : type.reflect().getPermittedSubclasses()) {
        assertThat(java.lang.reflect.Modifier.isPublic(maker.getModifiers())).isFalse();
      }
    }
  }

  @Test
  void wordsReachTheDoorOnlyByThePermissions() {
    JavaClass outgoing = classes.get(HOUSE + "store.outbox.OutgoingLetter");
    assertThat(outgoing.getConstructors()).hasSize(1);
    assertThat(outgoing.getConstructors().iterator().next().getRawParameterTypes())
        .extracting(JavaClass::getSimpleName)
        .contains("ContactPermit", "ApprovedReply")
        .doesNotContain("String", "PermitId");
    Class<?> due = classes.get(HOUSE + "store.outbox.DueLetter").reflect();
    assertThat(due.isSealed()).isTrue();
    for (Class<?> maker : due.getPermittedSubclasses()) {
      assertThat(java.lang.reflect.Modifier.isPublic(maker.getModifiers())).isFalse();
      assertThat(callers(maker.getName())).containsExactly(HOUSE + "store.outbox.Outbox");
    }
    assertThat(classes.get(HOUSE + "app.engine.Letter").reflect().getConstructors()).isEmpty();
    assertThat(callers(HOUSE + "app.engine.Letter")).containsExactly(HOUSE + "app.engine.Courier");
    assertThat(
            classes.get(HOUSE + "app.engine.Carrier").getMethods().stream()
                .filter(method -> method.getName().equals("hand"))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .map(JavaClass::getSimpleName))
        .containsExactly("Letter");
  }

  @Test
  void onlyTheBudgetReadsAPermitBack() {
    Set<String> readers = new TreeSet<>();
    classes.get(HOUSE + "core.compliance.Permitting").getMethodCallsToSelf().stream()
        .filter(call -> call.getName().equals("again"))
        .forEach(call -> readers.add(call.getOriginOwner().getName()));
    readers.addAll(callers(HOUSE + "core.compliance.Permitting$Written"));
    assertThat(readers).isNotEmpty().allMatch(name -> name.startsWith(HOUSE + "store.budget."));
  }

  /** Who calls a constructor of a class. */
  private static Set<String> callers(String made) {
    Set<String> callers = new TreeSet<>();
    classes
        .get(made)
        .getConstructorCallsToSelf()
        .forEach(call -> callers.add(call.getOriginOwner().getName()));
    callers.remove(made);
    return callers;
  }

  private static boolean allowed(String room, String target) {
    return under(target, room)
        || table.getOrDefault(room, Set.of()).stream().anyMatch(open -> under(target, open));
  }

  private static boolean under(String name, String room) {
    return name.equals(room) || name.startsWith(room + ".");
  }

  private static Optional<String> room(String packageName) {
    String name = packageName.startsWith(HOUSE) ? packageName.substring(HOUSE.length()) : "";
    return table.keySet().stream().filter(room -> under(name, room)).findFirst();
  }

  private static Map<String, Set<String>> table(String document) {
    String part =
        document.substring(
            document.indexOf("<!-- imports:begin -->"), document.indexOf("<!-- imports:end -->"));
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    part.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| room"))
        .map(line -> line.split("\\|", -1))
        .forEach(cells ->
            rows.put(
                cells[1].strip(),
                new TreeSet<>(
                    Arrays.stream(cells[2].split(",", -1))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())));
    return rows;
  }
}
