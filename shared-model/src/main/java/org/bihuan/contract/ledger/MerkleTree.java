package org.bihuan.contract.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of hashes after RFC 9162, section 2.1: a leaf is {@code SHA-256(0x00 data)}, a node {@code
 * SHA-256(0x01 left right)}, and the left part of each tree is as large a power of two as can be.
 * It grows leaf by leaf and keeps no more of them than one hash for each power of two. Not for
 * several threads.
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = ChainHash.sha256();
  private final List<byte[]> peaks = new ArrayList<>();
  private long size;

  /**
   * The tree that {@link #state} was taken of.
   *
   * @throws IllegalArgumentException when it is the state of no tree
   */
  public static MerkleTree of(byte[] state) {
    ByteBuffer kept = ByteBuffer.wrap(state);
    MerkleTree tree = new MerkleTree();
    if (kept.remaining() < Long.BYTES) {
      throw new IllegalArgumentException("too short for the state of a tree");
    }
    tree.size = kept.getLong();
    if (kept.remaining() != Long.bitCount(tree.size) * ChainHash.LENGTH) {
      throw new IllegalArgumentException("no state of a tree of " + tree.size + " leaves");
    }
    while (kept.hasRemaining()) {
      byte[] peak = new byte[ChainHash.LENGTH];
      kept.get(peak);
      tree.peaks.add(peak);
    }
    return tree;
  }

  /** What is needed to go on elsewhere: the number of leaves and a hash for each power of two. */
  public byte[] state() {
    ByteBuffer kept = ByteBuffer.allocate(Long.BYTES + peaks.size() * ChainHash.LENGTH);
    kept.putLong(size);
    peaks.forEach(kept::put);
    return kept.array();
  }

  /** Number of leaves, or of nodes where it is made of nodes of one height. */
  public long size() {
    return size;
  }

  /** Adds a leaf. */
  public void add(byte[] data) {
    addNode(leaf(digest, data));
  }

  /**
   * Adds the root of a tree. All must have the same number of leaves, a power of two, but for the
   * last, which may have fewer: then the root is that of all leaves together.
   */
  public void addNode(byte[] hash) {
    size++;
    byte[] merged = hash;
    for (long left = size; (left & 1) == 0; left >>= 1) {
      merged = node(digest, peaks.remove(peaks.size() - 1), merged);
    }
    peaks.add(merged);
  }

  /** The hash of all leaves; of none, the hash of nothing. */
  public byte[] root() {
    if (peaks.isEmpty()) {
      return digest.digest();
    }
    byte[] root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(digest, peaks.get(i), root);
    }
    return root;
  }

  /** The hash of a leaf. */
  public static byte[] leaf(byte[] data) {
    return leaf(ChainHash.sha256(), data);
  }

  /**
   * The hashes beside the way from one of the nodes up to the root of all, from below.
   *
   * @param nodes hashes of leaves, or roots of trees as {@link #addNode} takes them
   */
  public static List<byte[]> path(int index, List<byte[]> nodes) {
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int to = nodes.size();
    while (to - from > 1) {
      int split = from + Integer.highestOneBit(to - from - 1);
      if (index < split) {
        path.add(0, rootOf(nodes.subList(split, to)));
        to = split;
      } else {
        path.add(0, rootOf(nodes.subList(from, split)));
        from = split;
      }
    }
    return path;
  }

  private static byte[] rootOf(List<byte[]> nodes) {
    MerkleTree tree = new MerkleTree();
    nodes.forEach(tree::addNode);
    return tree.root();
  }

  /**
   * The root to which a path leads (RFC 9162, section 2.1.3.2), or {@code null} when it is no path
   * of a leaf in that place of a tree of that size.
   */
  public static byte[] rootOf(byte[] data, long index, long size, List<byte[]> path) {
    MessageDigest digest = ChainHash.sha256();
    if (index < 0 || index >= size) {
      return null;
    }
    long place = index;
    long last = size - 1;
    byte[] root = leaf(digest, data);
    for (byte[] beside : path) {
      if (last == 0) {
        return null;
      }
      if ((place & 1) == 1 || place == last) {
        root = node(digest, beside, root);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        root = node(digest, root, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 ? root : null;
  }

  private static byte[] leaf(MessageDigest digest, byte[] data) {
    digest.update(LEAF);
    return digest.digest(data);
  }

  private static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }
}
