package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.at;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bihuan.inspection.Callers;
import org.bihuan.inspection.PaperText;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The assessment of a month as it is printed and handed round. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class AssessmentPaperTest {

  private static final String MONTH = "/api/v1/assessments/2012-03";
  private static String unit;

  @Inject DataSource database;

  @BeforeEach
  void keepOneMonth() {
    if (unit == null) {
      unit = newUnit();
      Instant due = at("2012-03-10T12:00");
      Duration hour = Duration.ofHours(1);
      new PastItems(database)
          .keep(
              PastItem.due(unit, due).failed(due.minus(hour), due.plus(hour)),
              PastItem.due(unit, due).putRight(due.minus(hour)),
              PastItem.due(unit, due).putRight(due.minus(hour)));
    }
  }

  @Test
  void the_paper_shows_places_figures_and_deductions_with_formula_and_cut_off() {
    Response pdf = team().get(MONTH + "/document?form=pdf");
    pdf.then().statusCode(200).header("Cache-Control", "no-store");
    String text = PaperText.pdf(pdf.asByteArray());
    for (String part :
        List.of("2012年3月责任单位月度考核情况", unit, "66.67%2/3", "核查未通过", "公式版本：第1版", "未封账")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertTrue(
        PaperText.word(team().get(MONTH + "/document?form=docx").asByteArray()).contains(unit));
  }

  @Test
  void the_workbook_has_two_rows_of_headings_under_its_title() throws IOException {
    Response answer = team().get(MONTH + "/workbook");
    answer
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("assessment-2012-03.xlsx"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      Sheet sheet = workbook.getSheet("考核");
      assertEquals("2012年3月责任单位月度考核表", sheet.getRow(0).getCell(0).getStringCellValue());
      assertEquals("按期结案", sheet.getRow(1).getCell(3).getStringCellValue());
      assertEquals("基数", sheet.getRow(2).getCell(4).getStringCellValue());
      assertTrue(sheet.getMergedRegions().contains(CellRangeAddress.valueOf("D2:F2")));
      assertEquals("—", sheet.getRow(3).getCell(0).getStringCellValue());
      assertEquals(unit, sheet.getRow(3).getCell(1).getStringCellValue());
      assertEquals(2, sheet.getRow(3).getCell(3).getNumericCellValue());
      assertEquals(66.67, sheet.getRow(3).getCell(5).getNumericCellValue(), 1e-9);
      assertEquals("核查未通过", workbook.getSheet("扣分明细").getRow(1).getCell(1).getStringCellValue());
    }
  }

  @Test
  void a_unit_gets_a_paper_of_what_it_may_see() {
    byte[] pdf = Callers.unit(newUnit()).get(MONTH + "/document?form=pdf").asByteArray();
    assertTrue(!PaperText.pdf(pdf).contains(unit));
  }
}
