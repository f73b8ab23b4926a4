/** Finds a Chromium for the browser tests: the one that npm installed, or one of the machine. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const isRoot = process.getuid?.() === 0;

/** Usual names on the PATH and usual places of Chrome, Chromium and Edge. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder
      ? ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
          (file) => path.win32.join(folder, file),
        )
      : [];
  }),
];

/** Path of an installed Chrome, Chromium or Edge, undefined when there is none. */
export function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...places].find((file) => existsSync(file));
}

/**
 * The Chromium of the npm package @sparticuz/chromium, unpacked on first use; undefined where it can't run. It is built
 * without a window, and takes a third of the work of an installed one.
 */
async function bundledBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Without this variable the package does not unpack the libraries that a bare system lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  // It brings Latin letters; the fonts of the system, where there are any, have Chinese.
  if (existsSync('/etc/fonts/fonts.conf')) process.env['FONTCONFIG_PATH'] ??= '/etc/fonts';
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

/**
 * The browser to test with: `CHROME_PATH`, else the one npm brought, else an installed one.
 * @throws when there is none: a browser test is never skipped.
 */
export async function findBrowser(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  const found = wanted || (await bundledBrowser()) || installedBrowser();
  if (found && existsSync(found)) return found;
  throw new Error(
    wanted
      ? `CHROME_PATH 所指的浏览器不存在：${wanted}`
      : '没有可用的浏览器。请安装 Chrome 或 Chromium，或以环境变量 CHROME_PATH 指明其路径。',
  );
}

/**
 * Starts a headless browser; the caller closes it.
 * @throws when there is none or it does not start.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  const sandbox = isRoot || process.platform === 'linux' ? ['--no-sandbox'] : [];
  return chromium.launch({
    // In another locale Chromium gives downloads no Chinese names.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    executablePath,
    args: [
      ...sandbox,
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
    ],
  });
}
