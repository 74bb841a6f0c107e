package org.bihuan.localstack.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bihuan.contract.ledger.ChainEntry;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.contract.ledger.LedgerWalk.Fault;
import org.bihuan.contract.ledger.SignedHead;

/**
 * Reads an exported ledger line by line and says which is the first that does not fit. It holds no
 * more than keys and heads in memory. One is for one file.
 */
public final class LedgerFileCheck {

  /** Parts of the file, in their order. */
  private enum Part {
    LEDGER,
    KEY,
    HEAD,
    ENTRY,
    END
  }

  private final Map<String, PublicKey> keys = new HashMap<>();
  private final boolean trustsFile;
  private final TreeMap<Long, List<SignedHead>> kept = new TreeMap<>();
  private final Map<LocalDate, SignedHead> keptByDay = new HashMap<>();
  private final Map<LocalDate, Long> lineOfHead = new HashMap<>();
  private final List<SignedHead> heads = new ArrayList<>();
  private final List<String> keysOfFile = new ArrayList<>();
  private Line.Begin begin;
  private Part part;
  private LedgerWalk walk;
  private long line;
  private long withheld;
  private long firstWithheld;
  private long keptMet;

  /**
   * @param trusted keys by which heads must be signed; none: those that the file itself names
   * @param kept heads that were kept elsewhere
   */
  public LedgerFileCheck(Collection<PublicKey> trusted, Collection<SignedHead> kept) {
    trusted.forEach(key -> keys.put(SignedHead.keyId(key), key));
    this.trustsFile = trusted.isEmpty();
    for (SignedHead head : kept) {
      this.kept.computeIfAbsent(head.sequence(), place -> new ArrayList<>()).add(head);
      this.keptByDay.put(head.day(), head);
    }
  }

  /**
   * What was found.
   *
   * @param from place of the first entry
   * @param to place of the last entry that fits
   * @param heads how many signed heads the chain runs through
   * @param withheld entries without their contents, of which nobody can say that these are
   *     unchanged
   * @param firstWithheld place of the first of them; 0 when there is none
   * @param keptMet how many of the heads kept elsewhere the chain runs through
   * @param keyIds keys by which heads were checked
   * @param brokenLine the first line that does not fit, from 1; 0 when all fit
   * @param why what is wrong with it; {@code null} when all fit
   */
  public record Finding(
      long from,
      long to,
      long heads,
      long withheld,
      long firstWithheld,
      long keptMet,
      List<String> keyIds,
      long brokenLine,
      String why) {

    /** Whether every line fits. */
    public boolean isWhole() {
      return brokenLine == 0;
    }
  }

  /** Checks the whole file. */
  public Finding check(BufferedReader lines) throws IOException {
    try {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        take(Line.read(text));
      }
      line++;
      if (part != Part.END) {
        throw new UnfitLine("the file ends before its last line");
      }
      return finding(0, null);
    } catch (UnfitLine unfit) {
      return finding(line, unfit.getMessage());
    }
  }

  private Finding finding(long brokenLine, String why) {
    return new Finding(
        begin == null ? 0 : begin.from(),
        walk == null ? 0 : walk.last().sequence(),
        walk == null ? 0 : walk.heads(),
        withheld,
        firstWithheld,
        keptMet,
        List.copyOf(trustsFile ? keysOfFile : keys.keySet()),
        brokenLine,
        why);
  }

  private void take(Line next) throws UnfitLine {
    Part kind = kind(next.type());
    if (part == null ? kind != Part.LEDGER : kind.compareTo(part) < 0 || part == Part.END) {
      throw new UnfitLine("this line does not belong here");
    }
    if (kind == Part.LEDGER && part != null) {
      throw new UnfitLine("there is a first line already");
    }
    if (kind.compareTo(Part.KEY) > 0 && keysOfFile.size() != begin.keys()) {
      throw new UnfitLine("a key is missing, or one too many before");
    }
    if (kind.compareTo(Part.HEAD) > 0 && heads.size() != begin.heads()) {
      throw new UnfitLine("a head is missing, or one too many before");
    }
    part = kind;
    switch (kind) {
      case LEDGER -> begin = next.begin();
      case KEY -> take(next.key());
      case HEAD -> take(next.head());
      case ENTRY -> take(next.entry());
      case END -> take(next.end());
    }
  }

  private static Part kind(String type) throws UnfitLine {
    return Arrays.stream(Part.values())
        .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(type))
        .findFirst()
        .orElseThrow(() -> new UnfitLine("this kind of line is not known"));
  }

  private void take(Line.Key key) throws UnfitLine {
    PublicKey open;
    try {
      open = SignedHead.publicKey(key.encoded());
    } catch (IllegalArgumentException e) {
      throw new UnfitLine("this is no public key");
    }
    if (!SignedHead.keyId(open).equals(key.id()) || keysOfFile.contains(key.id())) {
      throw new UnfitLine("the key has another id, or is here twice");
    }
    keysOfFile.add(key.id());
    if (trustsFile) {
      keys.put(key.id(), open);
    }
  }

  private void take(SignedHead head) throws UnfitLine {
    if (!heads.isEmpty()) {
      SignedHead before = heads.get(heads.size() - 1);
      if (!before.day().plusDays(1).equals(head.day()) || before.sequence() > head.sequence()) {
        throw new UnfitLine("this is not the head of the day after");
      }
    }
    requireGenuine(head);
    SignedHead known = keptByDay.get(head.day());
    if (known != null && !isSame(known, head)) {
      throw new UnfitLine("another head of this day was kept elsewhere");
    }
    heads.add(head);
    lineOfHead.put(head.day(), line);
  }

  private void requireGenuine(SignedHead head) throws UnfitLine {
    PublicKey key = keys.get(head.keyId());
    if (key == null || !head.isSignedBy(key)) {
      throw new UnfitLine("the head of " + head.day() + " is not signed by a known key");
    }
  }

  private static boolean isSame(SignedHead one, SignedHead other) {
    return one.sequence() == other.sequence()
        && Arrays.equals(one.hash(), other.hash())
        && Arrays.equals(one.root(), other.root());
  }

  private void take(ChainEntry entry) throws UnfitLine {
    if (walk == null) {
      beginWalk(entry.previous());
    }
    require(walk.take(entry));
    if (entry.link() == null) {
      firstWithheld = withheld == 0 ? entry.sequence() : firstWithheld;
      withheld++;
    }
    requireKept(walk.last());
  }

  /**
   * @param before hash before the first entry, which only a whole ledger knows by itself
   */
  private void beginWalk(byte[] before) throws UnfitLine {
    LedgerWalk.State start =
        begin.from() == 1
            ? LedgerWalk.State.START
            : LedgerWalk.State.after(new ChainPoint(begin.from() - 1, before));
    walk = new LedgerWalk(start, heads, head -> true);
    for (SignedHead head : keptByDay.values()) {
      requireGenuine(head);
    }
    require(walk.begin());
    requireKept(walk.last());
  }

  private void requireKept(ChainPoint point) throws UnfitLine {
    for (SignedHead head : kept.getOrDefault(point.sequence(), List.of())) {
      if (!point.isHash(head.hash())) {
        throw new UnfitLine("the head of " + head.day() + " was kept with another hash");
      }
      keptMet++;
    }
  }

  private void take(Line.End end) throws UnfitLine {
    if (walk == null) {
      beginWalk(end.hash());
    }
    require(walk.end());
    ChainPoint last = walk.last();
    if (begin.to() != null && begin.to() != last.sequence()) {
      throw new UnfitLine("the first line says that entries to %d are here".formatted(begin.to()));
    }
    if (begin.to() == null && !kept.tailMap(last.sequence(), false).isEmpty()) {
      SignedHead later = kept.lastEntry().getValue().get(0);
      throw new UnfitLine(
          "entries from %d on are missing: the head of %s was kept, which is the entry %d"
              .formatted(last.sequence() + 1, later.day(), later.sequence()));
    }
    if (end.sequence() != last.sequence() || !last.isHash(end.hash())) {
      throw new UnfitLine("the chain does not end in what this line says");
    }
    if (keptMet == 0 && !kept.isEmpty()) {
      throw new UnfitLine(
          "none of the heads that were kept lies on the stretch from %d to %d"
              .formatted(begin.from(), last.sequence()));
    }
  }

  private void require(Optional<Fault> found) throws UnfitLine {
    if (found.isEmpty()) {
      return;
    }
    Fault fault = found.get();
    String day = String.valueOf(fault.day());
    if (!fault.isInChain()) {
      line = lineOfHead.get(fault.day());
    }
    throw new UnfitLine(
        switch (fault.kind()) {
          case GONE -> "here must be the entry " + fault.sequence();
          case CHANGED ->
              "the entry %d was changed, or one before it, or it does not belong here"
                  .formatted(fault.sequence());
          case CUT ->
              "entries from %d on are missing: there is a head of %s that lies behind"
                  .formatted(fault.sequence(), day);
          case HEAD_OUT_OF_ORDER -> "the head of " + day + " is not in its order";
          case HEAD_NOT_GENUINE -> "the head of " + day + " is not signed by a known key";
          case HEAD_NOT_ON_CHAIN ->
              "the chain does not run through the head of %s: it was reckoned anew".formatted(day);
          case HEAD_OF_ANOTHER_TREE ->
              "the entries of %s have another root than its head".formatted(day);
        });
  }
}
