package org.bihuan.intake.registration.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;

/**
 * What the words of a sheet stand for: people write names where machines write codes, with blanks
 * among them and without the word for the kind of place behind them.
 */
@ApplicationScoped
class NamedInSheet {

  private static final int LONGEST = 60;
  private static final String SUBDISTRICT_WORD = "街道(办事处|办)?$";
  private static final String COMMUNITY_WORD = "(社区)?(居民委员会|居委会)?$";

  private final Categories categories;
  private final Places places;

  NamedInSheet(Categories categories, Places places) {
    this.categories = categories;
    this.places = places;
  }

  /** Code of the category in a line; nothing when it names none, or none that can be filed. */
  Optional<String> category(SheetTable.Line line) {
    Optional<String> text = line.text(ComplaintSheet.CATEGORY, LONGEST);
    Optional<String> code = text.flatMap(this::category);
    return faultless(line, ComplaintSheet.CATEGORY, text, code, "unknown-category");
  }

  private Optional<String> category(String text) {
    String key = key(text);
    return categories.ordered().stream()
        .filter(categories::isActive)
        .filter(
            one ->
                key.equals(key(one.code()))
                    || key.equals(key(one.name()))
                    || key.equals(key(one.englishName())))
        .map(one -> one.code())
        .findFirst();
  }

  /** Code of the sub-district in a line. */
  Optional<String> subdistrict(SheetTable.Line line) {
    Optional<String> text = line.text(ComplaintSheet.SUBDISTRICT, LONGEST);
    Optional<String> code =
        text.flatMap(
            name ->
                places.subdistricts().stream()
                    .filter(one -> isCalled(name, one.code(), one.name(), SUBDISTRICT_WORD))
                    .map(Places.Subdistrict::code)
                    .findFirst());
    return faultless(line, ComplaintSheet.SUBDISTRICT, text, code, "unknown-subdistrict");
  }

  /**
   * Code of the community in a line. One of the same name elsewhere is not meant; that it lies in
   * another sub-district than the line says is found by the rules of a complaint.
   *
   * @param subdistrict code of the sub-district in that line, or {@code null}
   */
  Optional<String> community(SheetTable.Line line, String subdistrict) {
    Optional<String> text = line.text(ComplaintSheet.COMMUNITY, LONGEST);
    List<Places.Community> called =
        text.map(
                name ->
                    places.communities().stream()
                        .filter(one -> isCalled(name, one.code(), one.name(), COMMUNITY_WORD))
                        .toList())
            .orElse(List.of());
    List<Places.Community> here = called.stream().filter(one -> one.isIn(subdistrict)).toList();
    List<Places.Community> meant = here.isEmpty() ? called : here;
    Optional<String> code = meant.stream().map(Places.Community::code).findFirst();
    if (meant.size() > 1) {
      line.fault(ComplaintSheet.COMMUNITY, "ambiguous-community");
      return Optional.empty();
    }
    return faultless(line, ComplaintSheet.COMMUNITY, text, code, "unknown-community");
  }

  /** What one of some words stands for, whatever its case, width and blanks. */
  <T> Optional<T> word(SheetTable.Line line, SheetColumn column, Map<String, T> words) {
    Optional<String> text = line.text(column, LONGEST);
    Optional<T> meant =
        text.flatMap(
            written ->
                words.entrySet().stream()
                    .filter(
                        word ->
                            key(written).equals(key(word.getKey()))
                                || key(written).equals(key(word.getValue().toString())))
                    .map(Map.Entry::getValue)
                    .findFirst());
    if (text.isPresent() && meant.isEmpty()) {
      line.fault(
          column, "one-of", words.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return meant;
  }

  private static Optional<String> faultless(
      SheetTable.Line line,
      SheetColumn column,
      Optional<String> text,
      Optional<String> code,
      String fault) {
    if (text.isPresent() && code.isEmpty()) {
      line.fault(column, fault);
    }
    return code;
  }

  private static boolean isCalled(String text, String code, String name, String word) {
    String key = key(text);
    return key.equals(code)
        || key.equals(key(name))
        || key.replaceFirst(word, "").equals(key(name).replaceFirst(word, ""));
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
