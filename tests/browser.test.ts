import { describe, expect, test, vi } from 'vitest';
import { findBrowser, installedBrowser, launchBrowser } from '../scripts/files/browser.ts';

// Both kinds that `findBrowser` knows, where the machine has both.
describe.each([...new Set(['', installedBrowser() ?? ''])])('CHROME_PATH=%s', (wanted) => {
  test('starts and renders', async () => {
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
