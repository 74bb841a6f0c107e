package org.bihuan.intake.ledger.head;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.ledger.MerkleTree;

/**
 * The tree of the entries of one day, over the hashes stored with them. Roots of {@value #BLOCK}
 * entries each are kept, so that the path of one entry needs no more than these and its own block.
 *
 * @param first place of its first entry
 * @param last place of its last entry, one before the first when the day has none
 */
public record DayTree(LocalDate day, long first, long last) {

  /** Entries of a block; a power of two, so that a full block is a whole part of the tree. */
  static final int BLOCK = 1024;

  private static final int READ_AHEAD = 8 * BLOCK;

  /** How many entries it has. */
  public long size() {
    return last - first + 1;
  }

  /**
   * Reads all hashes of the day and stores the roots of its blocks.
   *
   * @return the root of the tree
   * @throws IllegalStateException when an entry is missing
   */
  byte[] grow(Connection connection) throws SQLException {
    MerkleTree tree = new MerkleTree();
    try (PreparedStatement read = hashes(connection, first, last);
        PreparedStatement store =
            connection.prepareStatement(
                "insert into ledger_day_block (day, number, hash) values (?, ?, ?)")) {
      read.setFetchSize(READ_AHEAD);
      MerkleTree block = new MerkleTree();
      long entries = 0;
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          entries++;
          block.add(row.getBytes(1));
          if (block.size() == BLOCK) {
            add(block, tree, store);
            block = new MerkleTree();
          }
        }
      }
      if (block.size() > 0) {
        add(block, tree, store);
      }
      store.executeBatch();
      if (entries != size()) {
        throw new IllegalStateException(
            "of the %d entries of %s there are %d".formatted(size(), day, entries));
      }
    }
    return tree.root();
  }

  private void add(MerkleTree block, MerkleTree tree, PreparedStatement store) throws SQLException {
    byte[] root = block.root();
    store.setObject(1, day);
    store.setLong(2, tree.size());
    store.setBytes(3, root);
    store.addBatch();
    tree.addNode(root);
  }

  /** Place of an entry among the leaves, from 0. */
  public long index(long sequence) {
    return sequence - first;
  }

  /**
   * The hashes beside the way from each of these entries up to the root, from below.
   *
   * @param sequences places in the chain, in their order: each block is read once
   */
  public List<List<byte[]>> paths(Connection connection, List<Long> sequences) throws SQLException {
    List<byte[]> blocks = blocks(connection);
    List<List<byte[]>> paths = new ArrayList<>();
    int read = -1;
    List<byte[]> leaves = List.of();
    for (long sequence : sequences) {
      int block = (int) (index(sequence) / BLOCK);
      if (block != read) {
        leaves = leaves(connection, block);
        read = block;
      }
      List<byte[]> path = new ArrayList<>(MerkleTree.path((int) (index(sequence) % BLOCK), leaves));
      path.addAll(MerkleTree.path(block, blocks));
      paths.add(path);
    }
    return paths;
  }

  private List<byte[]> leaves(Connection connection, int block) throws SQLException {
    long from = first + (long) block * BLOCK;
    try (PreparedStatement read = hashes(connection, from, Math.min(last, from + BLOCK - 1));
        ResultSet row = read.executeQuery()) {
      List<byte[]> leaves = new ArrayList<>();
      while (row.next()) {
        leaves.add(MerkleTree.leaf(row.getBytes(1)));
      }
      return leaves;
    }
  }

  private List<byte[]> blocks(Connection connection) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(
            "select hash from ledger_day_block where day = ? order by number")) {
      read.setObject(1, day);
      try (ResultSet row = read.executeQuery()) {
        List<byte[]> blocks = new ArrayList<>();
        while (row.next()) {
          blocks.add(row.getBytes(1));
        }
        return blocks;
      }
    }
  }

  private static PreparedStatement hashes(Connection connection, long from, long to)
      throws SQLException {
    PreparedStatement read =
        connection.prepareStatement(
            "select hash from ledger_entry where sequence between ? and ? order by sequence");
    read.setLong(1, from);
    read.setLong(2, to);
    return read;
  }
}
