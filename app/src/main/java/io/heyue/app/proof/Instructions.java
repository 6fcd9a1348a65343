package io.heyue.app.proof;

/** How to verify a bundle, for whoever unpacks it. */
final class Instructions {
  static final String TEXT =
      """
      Evidence of a contact · 触达证据
      ================================

      index.html / index.en.html  the story, for people · 供人阅读与打印的说明
      records/                    the ledger's records · 存证账中的记录
      proofs/                     that each stood in the ledger · 每条记录的存在证明
      checkpoints/                signed states of the whole ledger · 已签名的全账检查点
      law/                        the rules that were in force · 当时有效的规则原文
      keys/                       public keys of the ledger · 存证账的公钥
      verdicts.json               what the law answered, in order · 各步裁定
      manifest.json, .note        the list of all files, signed · 全部文件的清单及签名

      To verify, with Heyue on any computer, without a network and without the lender's system:

          ./heyue ledger verify BUNDLE.zip --key PUBLIC.pem

      PUBLIC.pem must come from the lender by another way than this bundle: from their site, by
      letter, or from an earlier case. With the key out of the bundle only its consistency is
      shown. Nothing of this needs trust in the program: FORMAT is described in doc/proof.md, and
      SHA-256, Ed25519 (RFC 8032), Merkle trees (RFC 9162) and RFC 3161 are all that it takes.

      验证方法：在任何一台装有 Heyue 的电脑上运行（无需联网，无需访问出借机构的系统）：

          ./heyue ledger verify BUNDLE.zip --key PUBLIC.pem

      PUBLIC.pem 必须从本证据包以外的途径取得（例如机构官网、书面函件或此前的案件）；若使用包内的公钥，
      只能证明内容前后一致。验证不必信任本程序：格式见 doc/proof.md，只用到 SHA-256、Ed25519（RFC 8032）、
      默克尔树（RFC 9162）与 RFC 3161。
      """;

  private Instructions() {}
}
