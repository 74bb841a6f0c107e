package org.bihuan.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Overloaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfWriterTest {

  private static final PaperWriter WRITER = new PaperWriter(Optional.empty());

  private static byte[] pdf(Paper paper) {
    return WRITER.write(paper, PaperForm.PDF);
  }

  /** The text of each page, without blanks. */
  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(HostileText.withoutBlanks(stripper.getText(document)));
      }
    }
    return pages;
  }

  @Test
  void a_paper_of_one_row_is_one_page_with_every_text_of_it() throws IOException {
    byte[] pdf = pdf(SamplePaper.of(1, "楼顶漏雨，已一周无人处理"));

    List<String> pages = pages(pdf);
    assertEquals(1, pages.size());
    for (String text :
        List.of(
            "示例办公室",
            "紧急程度：普通",
            "示例〔2026〕1号",
            "签发人：",
            "示例通知单",
            "主送：示例单位",
            "序号事项期限",
            "楼顶漏雨，已一周无人处理",
            "2026年12月1日10:00",
            "2026年11月29日",
            "签收单位示例单位",
            "扫码查看",
            "抄送：另一单位。",
            "—1—")) {
      assertTrue(pages.get(0).contains(text), text);
    }
    assertTrue(pdf.length < 200_000, "bytes: " + pdf.length);
  }

  @Test
  void the_page_is_a4_and_the_head_of_a_table_stands_on_each_page_of_it() throws IOException {
    byte[] pdf = pdf(SamplePaper.of(60, "楼顶漏雨，已一周无人处理，住户多次反映，雨天室内积水严重，墙皮脱落，电线外露。"));

    List<String> pages = pages(pdf);
    assertTrue(pages.size() > 2, "pages: " + pages.size());
    for (int i = 0; i < pages.size(); i++) {
      boolean rows = pages.get(i).contains("楼顶漏雨");
      assertEquals(rows, pages.get(i).contains("序号事项期限"), "page " + (i + 1));
      assertTrue(pages.get(i).contains("—" + (i + 1) + "—"), "page " + (i + 1));
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      assertEquals(210, page.getMediaBox().getWidth() * 25.4 / 72, 0.1);
      assertEquals(297, page.getMediaBox().getHeight() * 25.4 / 72, 0.1);
    }
  }

  @Test
  void a_pdf_is_fit_for_archives(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("paper.pdf");
    Files.write(file, pdf(SamplePaper.of(30, "楼顶漏雨😀<b>")));

    ValidationResult judged = PreflightParser.validate(file.toFile());
    assertEquals(
        List.of(), judged.getErrorsList().stream().map(fault -> fault.getDetails()).toList());
    assertTrue(judged.isValid());
  }

  @ParameterizedTest
  @MethodSource("org.bihuan.paper.HostileText#all")
  void no_text_breaks_a_pdf(HostileText text) throws IOException {
    String all = String.join("", pages(pdf(SamplePaper.of(1, "始" + text.written() + "终"))));

    assertTrue(all.contains("抄送：另一单位。"), all);
    if (text.written().length() < 1000) {
      assertTrue(all.contains("始" + text.pdf() + "终"), all);
    } else {
      // It goes over several pages, with their numbers and the head of the table in between.
      int character = text.written().codePointAt(0);
      assertEquals(text.written().length(), all.codePoints().filter(c -> c == character).count());
    }
  }

  @Test
  void nothing_that_a_text_names_is_loaded() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      pdf(
          SamplePaper.of(
              1,
              "<img src='%1$s'/><link rel='stylesheet' href='%1$s'/> url(%1$s) %1$s <!DOCTYPE x SYSTEM '%1$s'>"
                  .formatted(address)));
    } finally {
      server.stop(0);
    }
    assertEquals(0, asked.get());
  }

  @Test
  void fonts_of_a_folder_replace_the_shipped_ones(@TempDir Path folder) throws IOException {
    Files.copy(PaperFonts.class.getResourceAsStream("title.ttf"), folder.resolve("text.ttf"));
    PaperWriter writer = new PaperWriter(Optional.of(folder));

    // Characters that only the shipped text font has cannot be drawn any more.
    List<String> pages = pages(writer.write(SamplePaper.of(1, "堃楼"), PaperForm.PDF));
    assertTrue(pages.get(0).contains("〓楼"), pages.get(0));
  }

  @Test
  void a_folder_without_a_font_stops_the_start(@TempDir Path folder) {
    IllegalStateException none =
        assertThrows(IllegalStateException.class, () -> new PaperWriter(Optional.of(folder)));
    assertTrue(none.getMessage().contains("bihuan.papers.fonts"), none.getMessage());
  }

  @Test
  void a_file_that_is_no_font_stops_the_start(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("title.ttf"), "no font");
    IllegalStateException none =
        assertThrows(IllegalStateException.class, () -> new PaperWriter(Optional.of(folder)));
    assertTrue(none.getMessage().contains("title.ttf"), none.getMessage());
  }

  @Test
  void a_pdf_of_too_many_characters_is_refused_and_a_word_file_is_not() {
    Paper longest = SamplePaper.of(1, "长".repeat(PaperWriter.MOST_CHARACTERS - 100));
    Paper longer = SamplePaper.of(1, "长".repeat(PaperWriter.MOST_CHARACTERS + 1));

    assertTrue(pdf(longest).length > 0);
    assertEquals("paper-too-long", assertThrows(Conflict.class, () -> pdf(longer)).code());
    assertTrue(WRITER.write(longer, PaperForm.DOCX).length > 0);
  }

  @Test
  void who_waits_too_long_for_a_turn_is_told_to_try_again() {
    PaperWriter writer = new PaperWriter(Optional.empty(), Duration.ZERO);
    Overloaded busy =
        writer.inTurn(
            () ->
                assertThrows(
                    Overloaded.class, () -> writer.write(SamplePaper.of(1, ""), PaperForm.DOCX)));
    assertEquals("papers-busy", busy.code());
    assertTrue(writer.write(SamplePaper.of(1, ""), PaperForm.DOCX).length > 0);
  }
}
