package io.heyue.store.intake;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the columns of one file are.
 *
 * @param places of the columns, counted from 0
 * @param percent rates whose header says that they are percent
 * @param ignored headers that mean no column
 * @param width cells of the header row
 */
record Header(Map<Column, Integer> places, Set<Column> percent, List<String> ignored, int width) {

  static Header of(ImportKind kind, List<String> cells, HeaderMapping mapping, Lang language) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    Set<Column> percent = EnumSet.noneOf(Column.class);
    List<String> ignored = new ArrayList<>();
    Map<Column, Integer> near = new EnumMap<>(Column.class);
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place);
      Column column = mapping.find(kind, cell).orElse(null);
      if (column == null) {
        int number = place + 1;
        ignored.add(Text.harmless(cell.strip()));
        mapping.nearest(kind, cell).ifPresent(meant -> near.putIfAbsent(meant, number));
        continue;
      }
      if (places.putIfAbsent(column, place) != null) {
        throw ImportFailure.of(
            language,
            "表头中有两列都是“" + column.id() + "”。可能须删去或改名其中一列。",
            "Two headers mean '" + column.id() + "'. Maybe remove or rename one of them.");
      }
      if (Text.tidy(cell).contains("%")) {
        percent.add(column);
      }
    }
    near.keySet().removeAll(places.keySet());
    refuseIncomplete(kind, places, near, cells.size(), language);
    near.forEach((column, number) -> ignored.add(number + " = " + column.id() + "?"));
    return new Header(places, percent, List.copyOf(ignored), cells.size());
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** Names only what is known: in a file without a header the first row holds somebody's data. */
  private static void refuseIncomplete(
      ImportKind kind,
      Map<Column, Integer> places,
      Map<Column, Integer> near,
      int width,
      Lang language) {
    List<String> missing = new ArrayList<>();
    for (Set<Column> alternatives : kind.required()) {
      if (alternatives.stream().noneMatch(places::containsKey)) {
        missing.add(String.join("/", alternatives.stream().map(Column::id).sorted().toList()));
      }
    }
    if (!missing.isEmpty()) {
      List<String> known = places.keySet().stream().map(Column::id).toList();
      throw ImportFailure.of(
          language,
          "缺少列 " + missing + "；首行 " + width + " 列中认出 " + known + "。" + guess(near, language),
          "Columns "
              + missing
              + " are missing; of the "
              + width
              + " headers these are known: "
              + known
              + ". "
              + guess(near, language));
    }
  }

  private static String guess(Map<Column, Integer> near, Lang language) {
    String places =
        near.entrySet().stream()
            .map(guess ->
                language == Lang.ZH
                    ? "第 " + guess.getValue() + " 列是 " + guess.getKey().id()
                    : "column " + guess.getValue() + " is " + guess.getKey().id())
            .collect(Collectors.joining(language == Lang.ZH ? "，" : ", "));
    return switch (language) {
      case ZH ->
          places.isEmpty() ? "可能首行不是表头，或须在映射文件中添加列名。" : "可能" + places + "，只是列名写法不同：可改列名，或在映射文件中添加。";
      case EN ->
          places.isEmpty()
              ? "Maybe the first row is no header, or the mapping file lacks a name."
              : "Maybe " + places + ", misspelt: rename it, or add its name to the mapping file.";
    };
  }
}
