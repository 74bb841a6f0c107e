package org.bihuan.kit.sheet;

import org.bihuan.kit.refusal.FieldError;

/**
 * Something wrong with a cell of a sheet.
 *
 * @param row as programs for sheets number it, from 1
 * @param column heading of the column, or its letters when it has none
 * @param code stable, kebab-case; {@code fault.<code>} is the key of the message
 * @param arguments values for the placeholders of the message; never what stands in the sheet
 */
public record SheetFault(int row, String column, String code, Object... arguments) {

  /** The same for a refusal of the whole sheet: {@code rows[12].单位}. */
  public FieldError asFieldError() {
    return new FieldError("rows[" + row + "]." + column, code, arguments);
  }
}
