package org.bihuan.inspection.evaluation.score;

/** By what scores are told apart. */
public enum ScoreBy {
  POINT(
      "cast(o.point_id as text)",
      "p.place",
      "join evaluation_point p on p.id = o.point_id",
      "pointId=%s"),
  PLACE_TYPE(
      "o.place_type_code",
      "(select c.place_type_name from checklist c where c.place_type_code = o.place_type_code"
          + " order by c.number desc limit 1)",
      "",
      "placeType=%s"),
  SUBDISTRICT(
      "o.subdistrict_code",
      "s.name",
      "join subdistrict s on s.code = o.subdistrict_code",
      "subdistrictCode=%s"),
  /**
   * By the item of a checklist; the key is the checklist's id and the number, with a slash between.
   */
  ITEM(
      "o.checklist_id || '/' || o.item_number",
      "i.standard",
      "join checklist_item i on i.checklist_id = o.checklist_id and i.number = o.item_number",
      "checklistId=%s&item=%s");

  private final String key;
  private final String name;
  private final String join;
  private final String list;

  ScoreBy(String key, String name, String join, String list) {
    this.key = key;
    this.name = name;
    this.join = join;
    this.list = list;
  }

  /** Counts the observations of an {@code :evaluation}. */
  String query() {
    return "select %s as score_key, %s as score_name, %s from observation o %s where o.evaluation_id = :evaluation"
            .formatted(key, name, Scores.COUNTS, join)
        + " group by 1, 2 order by 1";
  }

  /** Parameters of the list of observations with this key. */
  public String parameters(String of) {
    return list.formatted((Object[]) of.split("/"));
  }
}
