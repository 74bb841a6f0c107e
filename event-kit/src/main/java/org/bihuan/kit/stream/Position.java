package org.bihuan.kit.stream;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader has come: the transaction that wrote the last change it has, and which of the
 * changes of that one it was; or a moment, before all changes of a transaction.
 */
record Position(long transaction, UUID id) {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,18})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  /** Before all changes of a transaction. */
  static Position before(long transaction) {
    return new Position(transaction, new UUID(0, 0));
  }

  /** What {@link #format} gives; nothing for anything else. */
  static Optional<Position> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Position(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2))))
        : Optional.empty();
  }

  /** {@code moment}, which is before all of its transaction, unless this is further. */
  Position orLater(Position moment) {
    return moment.transaction > transaction ? moment : this;
  }

  String format() {
    return transaction + "-" + id;
  }
}
