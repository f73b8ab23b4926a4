/** `npm run dev`: the site with live changes; a changed source or annotation is converted anew. */
import { defineCommand, serverOptions, serverPlace, untilStopped } from '../files/run-command.ts';
import { startDevServer } from '../site/dev/dev-server.ts';

await defineCommand({
  name: 'dev',
  about: '启动开发服务器：原文或注释一改，网页随之更新。',
  options: serverOptions,
  async run(context) {
    const server = await startDevServer(context.settings, serverPlace(context));
    console.log(
      `\n开发服务器已启动：${server.url}\n修改 content 中的报告或注释，网页随之更新。按 Ctrl-C 停止。`,
    );
    await untilStopped();
    await server.stop();
  },
});
