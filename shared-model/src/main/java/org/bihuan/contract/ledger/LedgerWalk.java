package org.bihuan.contract.ledger;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reckons the chain again, entry by entry, and holds it against the heads of its days. It says what
 * is the first that does not fit, and is not to be asked further after that. Not for several
 * threads.
 */
public final class LedgerWalk {

  /** What can be wrong. */
  public enum Kind {
    /** The entry in this place is not there. */
    GONE,
    /** The entry in this place, its hash or the one before it was changed, or does not belong. */
    CHANGED,
    /** The chain ends before a head of it: what came after was cut off. */
    CUT,
    /** The head of the day before is not there, or heads are not in their order. */
    HEAD_OUT_OF_ORDER,
    /** The head bears no signature of a known key. */
    HEAD_NOT_GENUINE,
    /** The chain does not run through the head: it was reckoned anew at or before it. */
    HEAD_NOT_ON_CHAIN,
    /** The tree of the day's entries has another root than the head says. */
    HEAD_OF_ANOTHER_TREE
  }

  /**
   * The first that does not fit.
   *
   * @param sequence place of the entry, or of the head
   * @param day of the head; {@code null} when it is about none
   */
  public record Fault(Kind kind, long sequence, LocalDate day) {

    /** Whether a place in the chain is wrong, and not a head alone. */
    public boolean isInChain() {
      return kind == Kind.GONE || kind == Kind.CHANGED || kind == Kind.CUT;
    }
  }

  /**
   * Where a walk has come to.
   *
   * @param day of the last head that was passed; {@code null} before the first
   * @param tree the entries of the day under way, as {@link MerkleTree#state} says it; {@code null}
   *     when the walk began within that day, and its root cannot be reckoned
   */
  public record State(ChainPoint point, LocalDate day, byte[] tree) {

    /** Before the first entry. */
    public static final State START = new State(ChainPoint.START, null, new MerkleTree().state());

    /** After an entry that is taken as it is. */
    public static State after(ChainPoint point) {
      return point.sequence() == 0 ? START : new State(point, null, null);
    }

    /** Whether its tree is one; of a state that was kept, somebody may have changed it. */
    public boolean isReadable() {
      try {
        return tree == null || MerkleTree.of(tree) != null;
      } catch (IllegalArgumentException noTree) {
        return false;
      }
    }
  }

  private final ChainHash hashing = new ChainHash();
  private final Deque<SignedHead> ahead;
  private final Predicate<SignedHead> isGenuine;
  private ChainPoint last;
  private LocalDate day;
  private MerkleTree tree;
  private long heads;

  /**
   * @param heads of the days after {@link State#day}, in their order; one without a signature is
   *     that of a day not signed yet
   * @param isGenuine whether a signature is that of a known key
   */
  public LedgerWalk(State start, Collection<SignedHead> heads, Predicate<SignedHead> isGenuine) {
    this.last = start.point();
    this.day = start.day();
    this.tree = start.tree() == null ? null : MerkleTree.of(start.tree());
    this.ahead = new ArrayDeque<>(heads);
    this.isGenuine = isGenuine;
  }

  /** Looks at the heads at or before the start; to be called before the first entry. */
  public Optional<Fault> begin() {
    while (tree == null && !ahead.isEmpty() && ahead.peek().sequence() < last.sequence()) {
      Optional<Fault> fault = ownFault(ahead.peek());
      if (fault.isPresent()) {
        return fault;
      }
      day = ahead.remove().day();
    }
    return passHeads();
  }

  /** The next entry. */
  public Optional<Fault> take(ChainEntry entry) {
    long next = last.sequence() + 1;
    if (entry.sequence() != next) {
      return Optional.of(new Fault(Kind.GONE, next, null));
    }
    byte[] hash = entry.link() == null ? entry.hash() : hashing.of(last.hash(), entry.link());
    ChainPoint point = new ChainPoint(next, hash);
    if (!last.isHash(entry.previous()) || !point.isHash(entry.hash())) {
      return Optional.of(new Fault(Kind.CHANGED, next, null));
    }
    last = point;
    if (tree != null) {
      tree.add(hash);
    }
    return passHeads();
  }

  /** After the last entry. */
  public Optional<Fault> end() {
    Optional<Fault> cut =
        Optional.ofNullable(ahead.peek())
            .map(head -> new Fault(Kind.CUT, last.sequence() + 1, head.day()));
    // A head that is itself a forgery shows no cut.
    for (SignedHead head : ahead) {
      Optional<Fault> fault = ownFault(head);
      if (fault.isPresent()) {
        return fault;
      }
      day = head.day();
    }
    return cut;
  }

  private Optional<Fault> passHeads() {
    while (!ahead.isEmpty() && ahead.peek().sequence() <= last.sequence()) {
      SignedHead head = ahead.peek();
      Optional<Fault> fault = ownFault(head).or(() -> faultOnChain(head));
      if (fault.isPresent()) {
        return fault;
      }
      ahead.remove();
      day = head.day();
      tree = new MerkleTree();
      heads += isSigned(head) ? 1 : 0;
    }
    return Optional.empty();
  }

  private Optional<Fault> ownFault(SignedHead head) {
    if (day != null && !day.plusDays(1).equals(head.day())) {
      return fault(Kind.HEAD_OUT_OF_ORDER, head);
    }
    return isSigned(head) && !isGenuine.test(head)
        ? fault(Kind.HEAD_NOT_GENUINE, head)
        : Optional.empty();
  }

  private Optional<Fault> faultOnChain(SignedHead head) {
    if (head.sequence() < last.sequence()) {
      return fault(Kind.HEAD_OUT_OF_ORDER, head);
    }
    if (!last.isHash(head.hash())) {
      return fault(Kind.HEAD_NOT_ON_CHAIN, head);
    }
    return isSigned(head) && tree != null && !new ChainPoint(0, tree.root()).isHash(head.root())
        ? fault(Kind.HEAD_OF_ANOTHER_TREE, head)
        : Optional.empty();
  }

  private static boolean isSigned(SignedHead head) {
    return head.signature() != null;
  }

  private static Optional<Fault> fault(Kind kind, SignedHead head) {
    return Optional.of(new Fault(kind, head.sequence(), head.day()));
  }

  /** The last entry that fits, and its hash. */
  public ChainPoint last() {
    return last;
  }

  /** How many signed heads the chain was found to run through. */
  public long heads() {
    return heads;
  }

  /** Where it has come to, to go on from there later. */
  public State state() {
    return new State(last, day, tree == null ? null : tree.state());
  }
}
