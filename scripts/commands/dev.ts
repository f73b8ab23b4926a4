/** `npm run dev`: the site with live changes; a changed source or annotation is converted anew. */

import { runCommand, serverOptions, untilStopped } from '../files/run-command.ts';
import { startDevServer } from '../site/dev/dev-server.ts';

await runCommand(async () => {
  const server = await startDevServer(serverOptions());
  console.log(
    `\n开发服务器已启动：${server.url}\n修改 content 中的报告或注释，网页随之更新。按 Ctrl-C 停止。`,
  );
  await untilStopped();
  await server.stop();
});
