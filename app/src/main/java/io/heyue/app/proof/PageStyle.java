package io.heyue.app.proof;

/** How the page looks, on a screen and on A4 paper. */
final class PageStyle {
  static final String CSS =
      """
      :root{--ink:#20302c;--soft:#5d6b66;--line:#dcdad2;--ground:#f6f5f1;--paper:#fff;--green:#1f6f5c;\
      --green-soft:#e3f0ec;--red:#a23b34;--red-soft:#f7e5e3;--amber:#8a5a10;--amber-soft:#f8edd9}
      *{box-sizing:border-box}
      body{margin:0;background:var(--ground);color:var(--ink);line-height:1.6;font-size:16px;\
      font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",\
      "WenQuanYi Micro Hei",sans-serif}
      header,main{max-width:54rem;margin:0 auto;padding:0 1.25rem}
      header{padding-top:1.75rem}
      .mark{float:left;margin:0;font-weight:650}.mark small{font-weight:400;color:var(--soft)}
      .lang{float:right;margin:0}
      h1{clear:both;font-size:1.7rem;line-height:1.3;margin:0;padding-top:.9rem}
      h2{font-size:1.2rem;margin:2.2rem 0 .7rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
      h3{font-size:1.05rem;margin:0 0 .2rem}
      a{color:var(--green)}
      code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em;\
      overflow-wrap:anywhere}
      .about{color:var(--soft);margin:.3rem 0 0}
      .summary{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:.2rem 1.3rem .8rem;\
      margin-top:1.2rem}
      .summary h2{border:0;margin:.9rem 0 .3rem}
      ul,ol{padding-left:1.3rem;margin:.4rem 0}
      article{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:1.05rem 1.3rem;\
      margin:0 0 .9rem}
      article p{margin:.4rem 0}
      .at{display:inline-block;min-width:1.7rem;text-align:center;background:var(--green);color:#fff;border-radius:999px;\
      font-size:.85rem;margin-right:.25rem;padding:0 .3rem}
      .badge{font-size:.82rem;font-weight:500;background:var(--green-soft);color:var(--green);border-radius:999px;\
      padding:.1rem .6rem;margin-left:.3rem;white-space:nowrap}
      .badge.no{background:var(--red-soft);color:var(--red)}
      .when{font-variant-numeric:tabular-nums}.when small,.soft{color:var(--soft)}
      .lead{font-weight:600;margin-top:.8rem!important}
      .quote{margin:.7rem 0}.who{color:var(--soft);font-size:.88rem;margin:0!important}
      blockquote{margin:.15rem 0 0;padding:.5rem .9rem;border-left:4px solid var(--green);background:var(--ground);\
      white-space:pre-wrap;overflow-wrap:anywhere}
      .withheld{color:var(--amber);background:var(--amber-soft);border-radius:6px;padding:.05rem .5rem;\
      display:inline-block;margin:.15rem 0}
      .summary .withheld{display:block;padding:.5rem .8rem}
      table{width:100%;border-collapse:collapse;font-size:.9rem;margin:.4rem 0}
      th{text-align:left;color:var(--soft);font-weight:500}
      th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem .35rem 0;vertical-align:top;overflow-wrap:anywhere}
      td:first-child{white-space:nowrap}td:last-child,th:last-child{padding-right:0}
      td:last-child{min-width:5.5rem}
      .ids a{text-decoration:none;display:inline-block;font-size:.86rem;border:1px solid var(--line);border-radius:6px;padding:0 .45rem;\
      margin:.12rem .1rem .12rem 0}
      dl{margin:.3rem 0;font-size:.9rem;columns:2 18rem;column-gap:2rem}
      dl div{display:flex;gap:.7rem;border-bottom:1px solid var(--line);padding:.22rem 0;break-inside:avoid}
      dt{color:var(--soft);flex:0 0 42%}dd{margin:0;flex:1;overflow-wrap:anywhere}
      .proof{color:var(--soft);font-size:.82rem;border-top:1px dashed var(--line);padding-top:.45rem;margin-top:.8rem!important}
      pre{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:.6rem .9rem;overflow-x:auto;\
      white-space:pre-wrap;overflow-wrap:anywhere;font-size:.88rem}
      main{padding-bottom:3rem}
      @media (max-width:36rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:1px solid var(--line);\
      padding:.4rem 0}td{border:0;padding:.1rem 0}article{padding:.9rem 1rem}}
      @page{size:A4;margin:16mm 15mm}
      @media print{body{background:#fff;font-size:10.5pt;line-height:1.45}header,main{max-width:none;padding:0}\
      article,.summary{border-radius:0;border-color:#bbb;break-inside:auto}h2,h3,.lead,.who{break-after:avoid}\
      tr,.quote,.keep,dl div{break-inside:avoid}.lang{display:none}a{color:inherit;text-decoration:none}\
      .badge,.at,.withheld,blockquote{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;

  private PageStyle() {}
}
