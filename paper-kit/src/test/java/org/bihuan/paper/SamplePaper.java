package org.bihuan.paper;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.paper.Paper.Code;
import org.bihuan.paper.Paper.Column;
import org.bihuan.paper.Paper.Field;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Imprint;
import org.bihuan.paper.Paper.Paragraph;
import org.bihuan.paper.Paper.Signature;
import org.bihuan.paper.Paper.Table;

/** A paper with every kind of block. */
final class SamplePaper {

  static final String CODE =
      "https://example.org/things?number=0192f8c0-0000-7000-8000-000000000001";

  private SamplePaper() {}

  /** One whose table has this many rows, each with {@code text} in its second column. */
  static Paper of(int rows, String text) {
    List<List<String>> table = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      table.add(List.of(String.valueOf(i), text, "2026年12月1日\n10:00"));
    }
    return new Paper(
        "示例〔2026〕1号",
        new Head("示例办公室", "紧急程度：普通", "示例〔2026〕1号", "签发人：　　　　"),
        "示例通知单",
        List.of(
            new Paragraph("主送：示例单位", false),
            new Paragraph("现将下列事项交你单位办理。", true),
            new Table(
                List.of(
                    new Column("序号", 10, true),
                    new Column("事项", 106, false),
                    new Column("期限", 40, true)),
                table),
            new Signature("示例办公室", "2026年11月29日"),
            new Grid(
                List.of(
                    List.of(Field.of("签收单位", "示例单位")),
                    List.of(new Field("签收人", "", 12), new Field("签收时间", "", 12))),
                new Code(CODE, "扫码查看")),
            new Imprint(List.of("抄送：另一单位。", "示例办公室　2026年11月29日印发"))));
  }
}
