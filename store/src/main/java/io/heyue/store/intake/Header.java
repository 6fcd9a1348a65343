package io.heyue.store.intake;

import io.heyue.core.base.Lang;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place);
      Column column = mapping.find(kind, cell).orElse(null);
      if (column == null) {
        ignored.add(Text.harmless(cell.strip()));
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
    refuseIncomplete(kind, places, cells.size(), language);
    return new Header(places, percent, List.copyOf(ignored), cells.size());
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** Names only what is known: in a file without a header the first row holds somebody's data. */
  private static void refuseIncomplete(
      ImportKind kind, Map<Column, Integer> places, int width, Lang language) {
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
          "缺少列 " + missing + "；首行 " + width + " 列中认出 " + known + "。可能首行不是表头，或须在映射文件中添加列名。",
          "Columns "
              + missing
              + " are missing; of the "
              + width
              + " headers these are known: "
              + known
              + ". Maybe the first row is no header, or the mapping file lacks a name.");
    }
  }
}
