package org.bihuan.intake.ledger.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.ChainEntry;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.ledger.LedgerChain;
import org.bihuan.intake.ledger.LedgerSealer;
import org.bihuan.intake.ledger.RestrictedEntries;
import org.bihuan.intake.ledger.head.KeyView;
import org.bihuan.intake.ledger.head.LedgerDays;

/**
 * Writes a stretch of the chain as lines of JSON: what it is of, keys, heads, entries, the end. A
 * slice at a time is read and sent; nothing that was read can change meanwhile.
 */
@ApplicationScoped
class LedgerExport {

  private static final int SLICE = 2_000;

  private static final String ENTRIES =
      "select "
          + LedgerChain.FIELDS
          + ", sequence, previous_hash, hash from ledger_entry where sequence between ? and ?"
          + " order by sequence limit "
          + SLICE;

  private final LedgerDays days;
  private final LedgerSealer sealer;
  private final RestrictedEntries restricted;
  private final DataSource dataSource;
  private final ObjectWriter lines;

  LedgerExport(
      LedgerDays days,
      LedgerSealer sealer,
      RestrictedEntries restricted,
      DataSource dataSource,
      ObjectMapper json) {
    this.days = days;
    this.sealer = sealer;
    this.restricted = restricted;
    this.dataSource = dataSource;
    this.lines = json.writer();
  }

  /** What the caller will be sent; seals what waits first. */
  Prepared prepare(ExportRange asked) {
    sealer.seal();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              ExportRange.Range range = asked.within(newest());
              return new Prepared(range, days.keys(), days.signedWithin(range.from(), range.to()));
            });
  }

  /** A stretch of the chain, with the keys and the heads of its days. */
  record Prepared(ExportRange.Range range, List<KeyView> keys, List<SignedHead> heads) {}

  /** Sends it. */
  void write(Prepared prepared, OutputStream output) throws IOException {
    line(
        output,
        LedgerLines.Begin.of(
            prepared.range(), prepared.keys().size(), prepared.heads().size()));
    for (KeyView key : prepared.keys()) {
      line(output, LedgerLines.Key.of(key));
    }
    for (SignedHead head : prepared.heads()) {
      line(output, LedgerLines.Head.of(head));
    }
    ChainPoint last = new ChainPoint(prepared.range().from() - 1, ChainPoint.START.hash());
    while (last.sequence() < prepared.range().to()) {
      List<ChainEntry> slice = slice(last.sequence() + 1, prepared.range().to());
      if (slice.isEmpty()) {
        throw new IllegalStateException("the entry after " + last.sequence() + " is gone");
      }
      for (ChainEntry entry : slice) {
        line(output, LedgerLines.Entry.of(entry));
        last = new ChainPoint(entry.sequence(), entry.hash());
      }
      output.flush();
    }
    line(output, LedgerLines.End.at(last.sequence(), last.hash()));
    output.flush();
  }

  private void line(OutputStream output, Object line) throws IOException {
    output.write(lines.writeValueAsBytes(line));
    output.write('\n');
  }

  private long newest() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return LedgerChain.head(connection, "").sequence();
    }
  }

  private List<ChainEntry> slice(long from, long to) {
    return QuarkusTransaction.requiringNew().call(() -> read(from, to));
  }

  private List<ChainEntry> read(long from, long to) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      try (ResultSet row = statement.executeQuery()) {
        List<ChainEntry> entries = new ArrayList<>();
        while (row.next()) {
          long sequence = row.getLong(11);
          boolean shown = restricted.shows(row.getString(2));
          entries.add(
              new ChainEntry(
                  sequence,
                  shown ? LedgerChain.link(sequence, row) : null,
                  row.getBytes(12),
                  row.getBytes(13)));
        }
        return entries;
      }
    }
  }
}
