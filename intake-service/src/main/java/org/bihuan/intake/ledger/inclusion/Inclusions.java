package org.bihuan.intake.ledger.inclusion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.ledger.head.DayTree;
import org.bihuan.intake.ledger.head.HeadView;
import org.bihuan.intake.ledger.head.LedgerDays;

/** Proves that entries stand on the ledger, by their paths to signed heads (ADR 0051). */
@ApplicationScoped
public class Inclusions {

  private final LedgerDays days;
  private final DataSource dataSource;

  Inclusions(LedgerDays days, DataSource dataSource) {
    this.days = days;
    this.dataSource = dataSource;
  }

  /** The proofs of entries, in the transaction of the caller. */
  public ProvenEntries of(List<LedgerEntry> entries) {
    List<LedgerEntry> left =
        entries.stream()
            .filter(entry -> entry.sequence() != null)
            .sorted(Comparator.comparing(LedgerEntry::sequence))
            .toList();
    List<InclusionEntry> proven = new ArrayList<>();
    List<HeadView> heads = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      while (!left.isEmpty()) {
        Optional<SignedHead> head = days.signedOver(left.get(0).sequence());
        if (head.isEmpty()) {
          break;
        }
        heads.add(HeadView.of(head.get()));
        long end = head.get().sequence();
        List<LedgerEntry> under =
            left.stream().takeWhile(entry -> entry.sequence() <= end).toList();
        proven.addAll(under(head.get(), under, connection));
        left = left.subList(under.size(), left.size());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the paths of entries cannot be read", e);
    }
    return new ProvenEntries(proven, heads, entries.size() - proven.size());
  }

  private List<InclusionEntry> under(
      SignedHead head, List<LedgerEntry> entries, Connection connection) throws SQLException {
    DayTree tree = new DayTree(head.day(), days.endBefore(head.day()) + 1, head.sequence());
    List<List<byte[]>> paths =
        tree.paths(connection, entries.stream().map(LedgerEntry::sequence).toList());
    List<InclusionEntry> proven = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      proven.add(InclusionEntry.of(entries.get(i), head, tree, paths.get(i)));
    }
    return proven;
  }
}
