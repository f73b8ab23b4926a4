/** Chromium for tests. A busy machine makes them slower, not red: nothing is waited for less than {@link patience}. */
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser as launch } from '../scripts/files/browser.ts';

/** Milliseconds after which a page is taken to hang: below the time limit of a test, so that the failure names what it waited for. */
const patience = 300_000;

/** Starts a browser of one's own, whose pages are waited for patiently; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launch();
  const newContext = browser.newContext.bind(browser);
  // Pages that are opened without a context of their own come this way too.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}

let shared: Promise<Browser> | undefined;
afterAll(async () => (await shared)?.close());

/** The browser of a test file: started by the first that asks for it, closed after all tests of the file. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}
