/** The page of instructions that comes with a bundle. */
import { siteName } from '../../src/model/genre.ts';

/** Text for people who get the zip, who may never have seen this project; for Windows' editor too. */
export function guideText(files: number, base: string): string {
  const lines = [
    `${siteName}（离线版）使用说明`,
    '',
    '这个文件夹里是一个完整的网站，不需要互联网。浏览器不允许直接打开硬盘上的网页来检索，',
    '所以要用随附的小程序在本机打开它：',
    '',
    '1. 把压缩包完整解压到一个文件夹。',
    '2. 在该文件夹中打开终端（Windows：在文件夹地址栏输入 cmd 后回车），运行：',
    '',
    '       python3 serve.py',
    '',
    `3. 用浏览器打开它显示的网址（通常是 http://localhost:8000${base}），即可阅读和检索。`,
    '   用完后在终端按 Ctrl-C。',
    '',
    '统信 UOS、银河麒麟、Ubuntu、Debian 等系统自带 Python 3。Windows 上该命令一般写作 py serve.py。',
    '没有 Python 而有 Node 的机器，运行 node serve.cjs（旁边的 static-server.mjs 是它的一部分），效果相同。',
    '两个小程序都只用各自自带的功能，只读取 site 文件夹，不写任何文件，不连接任何网络。',
    '',
    '可以附加端口和地址：python3 serve.py 9000 表示改用 9000 端口；',
    'python3 serve.py 8000 0.0.0.0 让同一内网的其他机器也能访问（地址为 http://本机的IP地址:8000' +
      base +
      '）。',
    '',
    '供许多人使用时，请把 site 文件夹交给任何网页服务器（nginx、Apache、IIS 等）发布。需要注意：',
    `  · 网站要放在路径 ${base} 之下；`,
    '  · .wasm 文件的类型须为 application/wasm，.js 与 .mjs 须为 text/javascript，IIS 须在“MIME 类型”中添加；',
    '  · 没有扩展名或扩展名为 .pagefind、.pf_index、.pf_meta 的文件也要能下载（application/octet-stream）。',
    '',
    `site 文件夹共有 ${files} 个登记在册的文件，每个文件的大小与 SHA-256 见 site/data/manifest.json 及其分册；`,
    '有本程序的人可以用 npm run verify -- site 逐一核对。',
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
