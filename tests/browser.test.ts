import { describe, expect, test, vi } from 'vitest';
import { findBrowser, launchBrowser } from '../scripts/files/browser.ts';

describe.each(['', 'bundled'])('CHROME_PATH=%s', (wanted) => {
  // The bundled browser is a Linux program; elsewhere an installed one is needed.
  const runs = wanted === '' || (process.platform === 'linux' && process.arch === 'x64');
  test.runIf(runs)('starts and renders', async () => {
    vi.stubEnv('CHROME_PATH', wanted || process.env['CHROME_PATH']);
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.setContent('<h1>法治政府</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('法治政府');
    await browser.close();
  });
});

test('a path that leads nowhere is an error', async () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
  await expect(findBrowser()).rejects.toThrow('/nowhere/chrome');
});
