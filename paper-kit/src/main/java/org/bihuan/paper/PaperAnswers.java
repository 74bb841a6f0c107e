package org.bihuan.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Papers as answers: in the form that is asked for, under their own name, kept by nobody. */
@ApplicationScoped
public class PaperAnswers {

  private final PaperWriter writer;
  private final HttpHeaders request;

  PaperAnswers(PaperWriter writer, HttpHeaders request) {
    this.writer = writer;
    this.request = request;
  }

  /**
   * The paper as a file to save.
   *
   * @param form what the query asks for; {@code null} leaves it to {@code Accept}, PDF being first
   *     among equals
   */
  public Response of(Paper paper, PaperForm form) {
    PaperForm chosen = form == null ? accepted() : form;
    return Response.ok(writer.write(paper, chosen), chosen.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(paper.name() + "." + chosen))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private PaperForm accepted() {
    return wanted().stream()
        .flatMap(
            wanted ->
                Arrays.stream(PaperForm.values())
                    .filter(form -> MediaType.valueOf(form.mediaType()).isCompatible(wanted)))
        .findFirst()
        .orElse(PaperForm.PDF);
  }

  /** A header that cannot be read asks for nothing. */
  private List<MediaType> wanted() {
    try {
      return request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  /** After RFC 6266: the name in UTF-8, and one for who cannot read that. */
  private static String disposition(String name) {
    String plain = "paper" + name.substring(name.lastIndexOf('.'));
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
