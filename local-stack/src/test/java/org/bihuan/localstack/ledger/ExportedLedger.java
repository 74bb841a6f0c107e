package org.bihuan.localstack.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ledger.ChainHash;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.MerkleTree;
import org.bihuan.contract.ledger.SignedHead;

/** A made-up ledger as it is exported: some days with heads, and the begin of another. */
final class ExportedLedger {

  static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-27");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  private final List<ObjectNode> lines = new ArrayList<>();
  private final List<SignedHead> heads = new ArrayList<>();
  private final KeyPair key;

  /**
   * @param entries all that it has
   * @param ends places where days end
   * @param withheld every so-manieth entry is withheld; 0 for none
   * @param salt other ledgers have other contents
   */
  ExportedLedger(int entries, List<Integer> ends, int withheld, String salt)
      throws GeneralSecurityException {
    this(entries, ends, withheld, salt, newKey());
  }

  ExportedLedger(int entries, List<Integer> ends, int withheld, String salt, KeyPair key) {
    this.key = key;
    List<ObjectNode> body = new ArrayList<>();
    ChainPoint last = ChainPoint.START;
    MerkleTree tree = new MerkleTree();
    for (int place = 1; place <= entries; place++) {
      ChainLink link = link(place, salt);
      byte[] hash = new ChainHash().of(last.hash(), link);
      body.add(entry(link, last.hash(), hash, withheld > 0 && place % withheld == 0));
      tree.add(hash);
      last = new ChainPoint(place, hash);
      for (int end : ends) {
        if (end == place) {
          heads.add(head(last, tree));
          tree = new MerkleTree();
        }
      }
    }
    lines.add(
        lineOf("ledger")
            .put("format", 1)
            .put("fromSequence", 1)
            .put("keys", 1)
            .put("heads", heads.size()));
    lines.add(keyLine());
    heads.forEach(head -> lines.add(headLine(head)));
    lines.addAll(body);
    lines.add(
        lineOf("end").put("sequence", last.sequence()).put("hash", HEX.formatHex(last.hash())));
  }

  /** The lines that are exported when a stretch is asked for. */
  List<ObjectNode> stretch(int from, int to) {
    List<ObjectNode> stretch = lines();
    ObjectNode end = lineOf("end").put("sequence", to);
    end.set("hash", line(lineOf(to)).get("hash"));
    List<ObjectNode> within =
        heads.stream()
            .filter(head -> head.sequence() >= from && head.sequence() <= to)
            .map(ExportedLedger::headLine)
            .toList();
    ObjectNode begin = stretch.get(0);
    begin.put("fromSequence", from).put("toSequence", to).put("heads", within.size());
    List<ObjectNode> entries = List.copyOf(stretch.subList(lineOf(from) - 1, lineOf(to)));
    stretch.subList(2, stretch.size()).clear();
    stretch.addAll(within);
    stretch.addAll(entries);
    stretch.add(end);
    return stretch;
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
  }

  private SignedHead head(ChainPoint last, MerkleTree tree) {
    return SignedHead.sign(
        FIRST_DAY.plusDays(heads.size()),
        last.sequence(),
        last.hash(),
        tree.root(),
        key.getPrivate(),
        SignedHead.keyId(key.getPublic()));
  }

  private static ChainLink link(int place, String salt) {
    return new ChainLink(
        place,
        new UUID(place, salt.hashCode()).toString(),
        place % 3 == 0 ? "dispatch.item-issued.v1" : "intake.complaint-registered.v1",
        place % 3 == 0 ? new UUID(7, place).toString() : null,
        place % 2 == 0 ? new UUID(9, place).toString() : null,
        "2026-11-27T08:00:0" + place % 10 + "Z",
        "2026-11-27T08:00:0" + place % 10 + ".5Z",
        "CHANNEL_CLERK",
        place % 5 == 0 ? "ROOF_OFFICE" : null,
        "channel-clerk",
        "{\"text\":\"楼顶漏雨 " + place + salt + "\"}");
  }

  private static ObjectNode lineOf(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static ObjectNode entry(ChainLink link, byte[] previous, byte[] hash, boolean withheld) {
    ObjectNode entry = lineOf("entry").put("sequence", link.sequence());
    if (withheld) {
      entry.put("withheld", true);
    } else {
      entry.put("id", link.id()).put("kind", link.kind());
      putIfThere(entry, "problemId", link.problemId());
      putIfThere(entry, "complaintId", link.complaintId());
      entry.put("occurredAt", link.occurredAt()).put("recordedAt", link.recordedAt());
      entry.put("actorRole", link.actorRole());
      putIfThere(entry, "actorUnit", link.actorUnit());
      entry.put("actorSubject", link.actorSubject()).put("content", link.content());
    }
    return entry.put("previousHash", HEX.formatHex(previous)).put("hash", HEX.formatHex(hash));
  }

  private static void putIfThere(ObjectNode entry, String name, String value) {
    if (value != null) {
      entry.put(name, value);
    }
  }

  private ObjectNode keyLine() {
    return lineOf("key")
        .put("keyId", SignedHead.keyId(key.getPublic()))
        .put("algorithm", SignedHead.ALGORITHM)
        .put("publicKey", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
  }

  private static ObjectNode headLine(SignedHead head) {
    return lineOf("head")
        .put("day", head.day().toString())
        .put("sequence", head.sequence())
        .put("hash", HEX.formatHex(head.hash()))
        .put("root", HEX.formatHex(head.root()))
        .put("keyId", head.keyId())
        .put("signature", Base64.getEncoder().encodeToString(head.signature()));
  }

  /** Copies, which may be changed. */
  List<ObjectNode> lines() {
    return new ArrayList<>(lines.stream().map(ObjectNode::deepCopy).toList());
  }

  /** A copy of one line, from 1. */
  ObjectNode line(int number) {
    return lines.get(number - 1).deepCopy();
  }

  List<SignedHead> heads() {
    return heads;
  }

  KeyPair key() {
    return key;
  }

  /** Line of an entry, from 1. */
  int lineOf(int place) {
    return 2 + heads.size() + place;
  }
}
