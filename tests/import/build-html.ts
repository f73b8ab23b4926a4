/** Makes saved web pages in the manner of several generations of government sites. */

export interface PageParts {
  title: string;
  paragraphs: readonly string[];
  published?: string;
  source?: string;
}

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const menu = ['首页', '政务公开', '政务服务', '互动交流', '数据发布', '走进我们'];
const related = [
  '我市召开全面依法治市委员会会议，研究部署法治政府建设工作',
  '市司法局组织开展行政执法案卷评查，通报评查结果和整改要求',
  '全市行政复议体制改革工作推进会召开，部署下一阶段重点任务',
];

/** A portal of today: landmark elements, the meta tags the national guidelines ask for, an editor's container. */
export function portalPage({ title, paragraphs, published, source }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>${escapeMarkup(title)}_某地政府门户网站</title>
<meta name="SiteName" content="政府门户网站"><meta name="ColumnName" content="法治政府建设年度报告">
<meta name="ArticleTitle" content="${escapeMarkup(title)}">
<meta name="PubDate" content="${published ?? ''} 09:30"><meta name="ContentSource" content="${source ?? ''}">
<meta name="Url" content="https://www.example.gov.cn/art/2023/1/18/art_1229_5555.html">
<script>var a = "<p>不是正文，是脚本里的一段话。</p>";</script><style>p { margin: 0 }</style></head>
<body><header><div class="logo">政府门户网站</div><nav><ul>${menu.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></nav></header>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 法治政府建设年度报告</div>
<main><div class="article"><h1>${escapeMarkup(title)}</h1>
<div class="info"><span>发布时间：${published ?? ''}</span> <span>来源：${source ?? ''}</span> <span>浏览次数：<em></em></span> 字体：[大 中 小]</div>
<div id="zoom" class="TRS_Editor">
${paragraphs.map((text) => `<p style="text-indent: 2em">&#12288;&#12288;<span>${escapeMarkup(text.slice(0, 9))}</span>${escapeMarkup(text.slice(9))}</p>`).join('\n')}
</div><div class="share" style="display:none">分享到微信，扫一扫，在手机上阅读本文，方便您随时查看。</div></div>
<aside><h3>相关新闻</h3><ul>${related.map((text) => `<li><a href="#">${text}</a><span>2022-11-08</span></li>`).join('')}</ul></aside></main>
<footer><p>主办：市人民政府办公室　网站标识码：5107000001　蜀ICP备05012345号</p><p>建议使用1024×768以上分辨率，以获得最佳浏览效果，本站内容版权所有，未经许可不得转载。</p></footer>
</body></html>`;
}

/** A page of the years around 2010: tables for layout, the text in one cell with line breaks, tags in capitals. */
export function tablePage({ title, paragraphs, published, source }: PageParts): string {
  return `<!-- saved from url=(0040)http://www.example.gov.cn/html/fzb/42.html -->
<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>政府网</TITLE></HEAD>
<BODY><TABLE width=990><TR><TD><IMG src="top.jpg"></TD></TR><TR><TD>${menu.map((item) => `<A href="#">${item}</A>`).join(' | ')}</TD></TR></TABLE>
<TABLE width=990><TR><TD width=200><TABLE>${related.map((text) => `<TR><TD><A href="#">${text}</A></TD></TR>`).join('')}</TABLE></TD>
<TD><TABLE width="100%"><TR><TD align=center><B>${escapeMarkup(title)}</B></TD></TR>
<TR><TD align=center>作者： 来源：${source ?? ''} 时间：${published ?? ''} 点击：128</TD></TR>
<TR><TD><FONT size=3>${paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeMarkup(text)}`).join('<BR>\n<BR>')}</FONT></TD></TR></TABLE>
</TD></TR></TABLE><TABLE><TR><TD>上一篇：<A href="#">关于公布行政执法主体的公告</A></TD></TR><TR><TD>下一篇：没有了</TD></TR></TABLE>
<TABLE><TR><TD>版权所有：政府办公室 技术支持：信息中心</TD></TR></TABLE></BODY></HTML>`;
}

/** A page of the information disclosure catalogue: a table of 索引号 and its fellows above the text. */
export function cataloguePage(
  { title, paragraphs, published }: PageParts,
  labels: { index: string; number: string; publisher: string },
  table: readonly (readonly string[])[],
): string {
  const rows = table
    .map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`)
    .join('');
  const half = Math.ceil(paragraphs.length / 2);
  const text = (part: readonly string[]) =>
    part
      .map((line) => `<div>${escapeMarkup(line.replace(/(.{30})/gu, '$1\n      '))}</div>`)
      .join('');
  return `<html><head><meta charset="gb2312"><title>信息公开目录</title></head><body>
<div class="top">欢迎访问政府信息公开目录 今天是2024年3月5日 星期二</div>
<div class="box"><div class="head"><table><tr><td>索 引 号：</td><td>${labels.index}</td><td>主题分类：</td><td>综合政务</td></tr>
<tr><td>发布机构：</td><td>${labels.publisher}</td><td>发布日期：</td><td>${published ?? ''}</td></tr>
<tr><td>文　　号：</td><td>${labels.number}</td><td>有效性：</td><td>有效</td></tr></table></div>
<div class="title">${escapeMarkup(title)}</div><div class="body">${text(paragraphs.slice(0, half))}
<table border="1"><tbody>${rows}</tbody></table>${text(paragraphs.slice(half))}</div>
<div class="tools">【打印本页】【关闭窗口】</div></div></body></html>`;
}

/** A page saved as one file, as browsers do. */
export function mhtmlPage(html: string, url: string): Uint8Array {
  const body = Buffer.from(html, 'utf8')
    .toString('base64')
    .replace(/(.{76})/gu, '$1\r\n');
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${url}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----Boundary--42"',
      '',
      '',
      '------Boundary--42',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      `Content-Location: ${url}`,
      '',
      body,
      '------Boundary--42--',
      '',
    ].join('\r\n'),
  );
}
