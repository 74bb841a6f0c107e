package org.bihuan.contract.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hashes, trees and signatures are as docs/ledger-proofs.md tells others to reckon them. */
class LedgerVectorTest {

  private static final HexFormat HEX = HexFormat.of();

  private static final ChainLink LINK =
      new ChainLink(
          1,
          "018c6b7e-0000-7000-8000-000000000001",
          "intake.complaint-registered.v1",
          null,
          "018c6b7e-0000-7000-8000-000000000002",
          "2026-11-29T01:02:03Z",
          "2026-11-29T01:02:03.250Z",
          "CHANNEL_CLERK",
          null,
          "channel-clerk",
          "{\"channel\":\"HOTLINE_12319\"}");

  /** The public half of the vector's key, as openssl tells it. */
  private static final PublicKey OPEN =
      SignedHead.publicKey(
          HEX.parseHex(
              "302a300506032b6570032100ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c"));

  private static PrivateKey secret() throws GeneralSecurityException {
    byte[] encoded = HEX.parseHex("302e020100300506032b657004220420" + "07".repeat(32));
    return KeyFactory.getInstance(SignedHead.ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  @Test
  void the_vector_of_the_document_is_right() throws GeneralSecurityException, IOException {
    String document = Files.readString(Path.of("../docs/ledger-proofs.md"));
    byte[] hash = new ChainHash().of(ChainPoint.START.hash(), LINK);
    MerkleTree tree = new MerkleTree();
    tree.add(hash);
    String keyId = SignedHead.keyId(OPEN);
    SignedHead head =
        SignedHead.sign(LocalDate.parse("2026-11-29"), 1, hash, tree.root(), secret(), keyId);
    assertTrue(head.isSignedBy(OPEN));
    String signature = Base64.getEncoder().encodeToString(head.signature());
    for (String told :
        List.of(
            "\nhash          " + HEX.formatHex(hash) + "\n",
            "\nroot          " + HEX.formatHex(tree.root()) + "\n",
            "\nkeyId         " + keyId + "\n",
            "\nsignature     " + signature + "\n")) {
      assertTrue(document.contains(told), told);
    }
  }

  /** Vectors of Certificate Transparency for RFC 6962, whose trees are those of RFC 9162. */
  @Test
  void trees_are_those_of_the_standard() {
    List<String> leaves =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    List<String> roots =
        List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    MerkleTree tree = new MerkleTree();
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        HEX.formatHex(tree.root()));
    for (int i = 0; i < leaves.size(); i++) {
      tree.add(HEX.parseHex(leaves.get(i)));
      assertEquals(roots.get(i), HEX.formatHex(tree.root()), "of " + (i + 1));
    }
  }

  @Test
  void each_leaf_of_a_tree_of_any_size_leads_to_its_root_and_to_no_other_place() {
    for (int size = 1; size <= 40; size++) {
      List<byte[]> nodes = new ArrayList<>();
      MerkleTree tree = new MerkleTree();
      for (int leaf = 0; leaf < size; leaf++) {
        tree.add(data(leaf));
        nodes.add(MerkleTree.leaf(data(leaf)));
        tree = MerkleTree.of(tree.state());
      }
      for (int leaf = 0; leaf < size; leaf++) {
        List<byte[]> path = MerkleTree.path(leaf, nodes);
        assertArrayEquals(tree.root(), MerkleTree.rootOf(data(leaf), leaf, size, path));
        assertNull(MerkleTree.rootOf(data(leaf), size, size, path));
        byte[] elsewhere = MerkleTree.rootOf(data(leaf + 1), leaf, size, path);
        assertTrue(!HEX.formatHex(tree.root()).equals(HEX.formatHex(elsewhere)));
      }
    }
  }

  @Test
  void a_tree_of_blocks_has_the_root_of_its_leaves() {
    for (int size : List.of(1, 7, 8, 9, 16, 17, 31, 33)) {
      MerkleTree tree = new MerkleTree();
      MerkleTree blocks = new MerkleTree();
      List<byte[]> roots = new ArrayList<>();
      MerkleTree block = new MerkleTree();
      for (int leaf = 0; leaf < size; leaf++) {
        tree.add(data(leaf));
        block.add(data(leaf));
        if (block.size() == 8 || leaf == size - 1) {
          roots.add(block.root());
          blocks.addNode(block.root());
          block = new MerkleTree();
        }
      }
      assertArrayEquals(tree.root(), blocks.root(), "of " + size);
    }
  }

  private static byte[] data(int leaf) {
    return new byte[] {(byte) leaf, (byte) (leaf >> 8)};
  }
}
