package org.bihuan.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordWriterTest {

  private static XWPFDocument docx(Paper paper) throws IOException {
    byte[] docx = new PaperWriter(Optional.empty()).write(paper, PaperForm.DOCX);
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }

  /** Without blanks. The extractor is closed with its document. */
  @SuppressWarnings("resource")
  private static String text(XWPFDocument document) {
    return HostileText.withoutBlanks(new XWPFWordExtractor(document).getText());
  }

  @Test
  void a_word_file_holds_every_text_under_a_red_head() throws IOException {
    try (XWPFDocument document = docx(SamplePaper.of(2, "楼顶漏雨"))) {
      String text = text(document);
      for (String part :
          new String[] {
            "紧急程度：普通",
            "示例〔2026〕1号签发人：",
            "示例通知单",
            "主送：示例单位",
            "序号事项期限",
            "1楼顶漏雨2026年12月1日10:00",
            "2楼顶漏雨",
            "签收单位示例单位",
            "签收人签收时间",
            "扫码查看",
            "抄送：另一单位。"
          }) {
        assertTrue(text.contains(part), part + " in " + text);
      }
      assertEquals("示例办公室", document.getParagraphs().get(1).getText());
      assertEquals(WordStyle.RED, document.getParagraphs().get(1).getRuns().get(0).getColor());
      assertEquals("示例通知单", document.getProperties().getCoreProperties().getTitle());
    }
  }

  @Test
  void the_head_of_a_table_stands_on_each_page_of_it() throws IOException {
    try (XWPFDocument document = docx(SamplePaper.of(30, "楼顶漏雨"))) {
      XWPFTable table = document.getTables().get(0);
      assertEquals(31, table.getNumberOfRows());
      assertTrue(table.getRow(0).isRepeatHeader());
      assertEquals(1, table.getRows().stream().filter(row -> row.isRepeatHeader()).count());
    }
  }

  @Test
  void the_code_leads_to_its_address() throws Exception {
    try (XWPFDocument document = docx(SamplePaper.of(1, ""))) {
      byte[] picture = document.getAllPictures().get(0).getData();
      assertArrayEquals(QrCode.png(SamplePaper.CODE), picture);
      assertEquals(SamplePaper.CODE, decoded(picture));
    }
  }

  private static String decoded(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (NotFoundException unreadable) {
      throw new AssertionError("no code in the picture", unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("org.bihuan.paper.HostileText#all")
  void no_text_breaks_a_word_file(HostileText text) throws IOException {
    try (XWPFDocument document = docx(SamplePaper.of(1, "始" + text.written() + "终"))) {
      assertTrue(text(document).contains("始" + text.word() + "终"), text(document));
    }
  }
}
