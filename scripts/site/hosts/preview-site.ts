/** Serves the built site until Ctrl-C. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../../src/collection/settings.ts';
import { takeLock } from '../../files/lock.ts';
import { CommandError, untilStopped } from '../../files/run-command.ts';
import { recoverDirectory } from '../replace-directory.ts';
import { serveDirectory } from './serve-directory.ts';

/** Puts the site back that a killed build had just taken from its place. */
function recoverSite({ outDir }: Settings): void {
  if (existsSync(outDir) || !existsSync(path.dirname(outDir))) return;
  const release = takeLock(`${outDir}.lock`, outDir, 'npm run preview');
  try {
    recoverDirectory(outDir);
  } finally {
    release();
  }
}

/**
 * Serves `OUT_DIR` under `BASE_PATH` and prints the address.
 * @throws {CommandError} when there is no site, or no port to be had.
 */
export async function previewSite(
  settings: Settings,
  options: { port: number; host: string },
): Promise<void> {
  const { basePath, outDir } = settings;
  recoverSite(settings);
  if (!existsSync(path.join(outDir, 'index.html')))
    throw new CommandError(
      `${outDir} 中还没有网站。请先执行 npm run build，或用 npm start 一并完成。`,
    );
  const server = await serveDirectory(outDir, basePath, options).catch((error: Error) => {
    throw new CommandError(`无法在 ${options.host}:${options.port} 启动服务：${error.message}`);
  });
  console.log(`\n网站已启动：${server.url}\n按 Ctrl-C 停止。`);
  await untilStopped();
  await server.close();
}
