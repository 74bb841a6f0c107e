package org.bihuan.kit.batching;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart.JdbcValueConsumer;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes many new rows of one entity in one statement, past the persistence context (ADR 0014): the
 * server takes them as one set, and nothing is kept of them here. Columns and values are those of
 * the entity's mapping, so that a new field is written without a word here.
 *
 * @param <E> an entity of one table whose ids are given by us
 */
public final class SetInsert<E> {

  private final SharedSessionContractImplementor session;
  private final EntityPersister mapping;
  private final StringBuilder lines = new StringBuilder();
  private List<String> columns = List.of();

  /** An empty set, to be filled and written within the running transaction. */
  public SetInsert(EntityManager entities, Class<E> entity) {
    session = entities.unwrap(SharedSessionContractImplementor.class);
    mapping = session.getFactory().getMappingMetamodel().getEntityDescriptor(entity);
  }

  /**
   * Adds a new row as it is now: it is not managed, and what changes in it later is not written.
   */
  public void add(E row) {
    Line line = new Line();
    mapping.getIdentifierMapping().decompose(mapping.getIdentifier(row, session), line, session);
    mapping.forEachAttributeMapping(
        attribute -> attribute.decompose(attribute.getValue(row), line, session));
    lines.append(line.text).append('\n');
    columns = line.columns;
  }

  /**
   * Writes what was added; what it refers to is written already. Nothing happens when there is
   * nothing.
   *
   * @param dataSource gives the connection of the running transaction
   */
  public void write(DataSource dataSource) {
    if (lines.isEmpty()) {
      return;
    }
    String statement =
        "copy %s (%s) from stdin".formatted(mapping.getTableName(), String.join(", ", columns));
    byte[] rows = lines.toString().getBytes(StandardCharsets.UTF_8);
    try (Connection connection = dataSource.getConnection()) {
      CopyManager server = connection.unwrap(PGConnection.class).getCopyAPI();
      server.copyIn(statement, new ByteArrayInputStream(rows));
    } catch (SQLException e) {
      throw session.getJdbcServices().getSqlExceptionHelper().convert(e, statement);
    } catch (IOException e) {
      throw new UncheckedIOException("what is in memory can be read", e);
    }
  }

  /** A row in PostgreSQL's text format, and the columns that it has. */
  private static final class Line implements JdbcValueConsumer {

    private final StringBuilder text = new StringBuilder();
    private final List<String> columns = new ArrayList<>();

    @Override
    public void consume(int index, Object value, SelectableMapping column) {
      if (!column.isInsertable() || column.isFormula()) {
        return;
      }
      if (!columns.isEmpty()) {
        text.append('\t');
      }
      columns.add(column.getSelectionExpression());
      if (value == null) {
        text.append("\\N");
      } else {
        literal(value).chars().forEach(this::append);
      }
    }

    private void append(int character) {
      switch (character) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append((char) character);
      }
    }
  }

  /** The value as PostgreSQL reads it for a column of its type. */
  private static String literal(Object value) {
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream()
          .map(element -> element == null ? "null" : quoted(literal(element)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof String
        || value instanceof UUID
        || value instanceof Instant
        || value instanceof LocalDate
        || value instanceof Number
        || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("no column takes a " + value.getClass().getName());
  }

  private static String quoted(String element) {
    return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
