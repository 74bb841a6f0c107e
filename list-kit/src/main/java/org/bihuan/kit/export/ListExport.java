package org.bihuan.kit.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.WholeList;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.kit.time.DistrictTime;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers a list as a sheet: every row that the filters match, shown as the caller would get it as
 * JSON. It is sent while it is read, a page at a time; when that fails the answer breaks off, so
 * that nobody takes a part for the whole (ADR 0030).
 */
@ApplicationScoped
public class ListExport {

  private static final Logger LOG = Logger.getLogger(ListExport.class);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(DistrictTime.ZONE);

  private final HttpHeaders headers;
  private final ResourceInfo operation;
  private final ObjectMapper json;
  private final ExportTurn turn;
  private final ExportConfig config;
  private final Clock clock;

  ListExport(
      HttpHeaders headers,
      ResourceInfo operation,
      ObjectMapper json,
      ExportTurn turn,
      ExportConfig config,
      Clock clock) {
    this.headers = headers;
    this.operation = operation;
    this.json = json;
    this.turn = turn;
    this.config = config;
    this.clock = clock;
  }

  /** The form that the running request asks for, if it does not ask for JSON. */
  public Optional<SheetForm> askedFor() {
    return SheetForm.askedFor(headers::getAcceptableMediaTypes);
  }

  /**
   * All rows of the list of the running operation.
   *
   * @param pages reads one page
   * @throws org.bihuan.kit.refusal.Unprocessable {@code export-too-long}
   * @throws org.bihuan.kit.refusal.TooMany {@code export-under-way}
   * @throws org.bihuan.kit.refusal.Overloaded {@code exports-under-way}
   */
  public <F extends PageRequest, V> RestResponse<Page<V>> of(
      F filter, Function<F, Page<V>> pages, SheetForm form) {
    return of(filter, pages, form, view());
  }

  /**
   * The same where the operation answers more than a page.
   *
   * @param view of a row
   */
  @SuppressWarnings(
      "unchecked") // The body is the sheet of such rows, whatever it would be as JSON.
  public <F extends PageRequest, V, A> RestResponse<A> of(
      F filter, Function<F, Page<V>> pages, SheetForm form, Class<?> view) {
    turn.begin();
    ExportWords words =
        new ExportWords(Messages.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    ExportColumns columns = new ExportColumns(view, words);
    String title = words.text(view.getSimpleName());
    WholeList<F, V> rows = WholeList.of(filter, pages, config.mostRows());
    SheetBody sheet =
        new SheetBody(output -> write(rows, columns, form.table(output, title), output));
    RestResponse<?> answer =
        ResponseBuilder.ok(sheet)
            .header(HttpHeaders.CONTENT_TYPE, form.contentType())
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition(view, title, form))
            .build();
    return (RestResponse<A>) answer;
  }

  /** What has begun can be refused no more: it is broken off where it fails. */
  private <V> void write(
      Iterable<List<V>> pages, ExportColumns columns, TableWriter table, OutputStream output) {
    try {
      table.headings(columns.headings());
      for (List<V> page : pages) {
        for (V row : page) {
          table.row(columns.cells(asSeenByCaller(row)));
        }
        table.flush();
        output.flush();
      }
      table.finish();
    } catch (IOException callerIsGone) {
      LOG.debug("An export ended early", callerIsGone);
      turn.breakOff();
    } catch (RuntimeException failure) {
      LOG.error("An export broke off", failure);
      turn.breakOff();
    }
  }

  private JsonNode asSeenByCaller(Object row) {
    try {
      return json.readTree(json.writeValueAsBytes(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of which the running operation answers a page. */
  private Class<?> view() {
    Type page = argument(operation.getResourceMethod().getGenericReturnType());
    return (Class<?>) argument(page);
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  /** A name for the file that says what it is of which minute, after RFC 6266. */
  private String disposition(Class<?> view, String title, SheetForm form) {
    String rest = "-" + MINUTE.format(clock.instant()) + "." + form.extension();
    String plain =
        new ExportWords(Locale.ENGLISH)
            .text(view.getSimpleName())
            .toLowerCase(Locale.ROOT)
            .replace(' ', '-');
    String full = URLEncoder.encode(title + rest, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + rest + "\"; filename*=UTF-8''" + full;
  }
}
