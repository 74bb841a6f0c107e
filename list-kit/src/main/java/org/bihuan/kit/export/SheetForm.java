package org.bihuan.kit.export;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.kit.sheet.Sheet;

/** What a list can be exported as. */
public enum SheetForm {
  /** Comma-separated values after RFC 4180, in UTF-8 with a byte order mark. */
  CSV(Sheet.CSV, Sheet.CSV + ";charset=UTF-8"),
  /** A workbook. */
  XLSX(Sheet.XLSX, Sheet.XLSX);

  private final MediaType mediaType;
  private final String contentType;

  SheetForm(String mediaType, String contentType) {
    this.mediaType = MediaType.valueOf(mediaType);
    this.contentType = contentType;
  }

  /**
   * The form that is asked for.
   *
   * @param accepted reads the media types, the most wanted first
   * @return nothing when JSON does as well or is wanted more, or when the header cannot be read
   */
  public static Optional<SheetForm> askedFor(Supplier<List<MediaType>> accepted) {
    try {
      return askedFor(accepted.get());
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<SheetForm> askedFor(Collection<MediaType> accepted) {
    return accepted.stream()
        .filter(type -> isJson(type) || of(type).isPresent())
        .findFirst()
        .filter(type -> !isJson(type))
        .flatMap(SheetForm::of);
  }

  private static boolean isJson(MediaType type) {
    return MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
  }

  private static Optional<SheetForm> of(MediaType type) {
    return Stream.of(values()).filter(form -> form.mediaType.isCompatible(type)).findFirst();
  }

  /** With the character set, where there is one. */
  String contentType() {
    return contentType;
  }

  /** Ending of a file's name, without the dot. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  TableWriter table(OutputStream output, String title) throws IOException {
    return this == CSV ? new CsvTable(output) : new WorkbookTable(output, title);
  }
}
