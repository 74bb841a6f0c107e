package org.bihuan.kit.sheet;

import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.bihuan.kit.refusal.Messages;

/**
 * Something wrong with a cell, as whoever tries a sheet out is told.
 *
 * @param row as programs for sheets number it, from 1
 * @param column heading of the column, or its letters
 * @param code stable code of the fault
 * @param message the fault in words
 */
public record RowFault(
    int row, @NotNull String column, @NotNull String code, @NotNull String message) {

  /** The same in the reader's language. */
  static RowFault of(SheetFault fault, Messages messages, Locale language) {
    return new RowFault(
        fault.row(),
        fault.column(),
        fault.code(),
        messages.text(language, "fault." + fault.code(), fault.arguments()));
  }
}
