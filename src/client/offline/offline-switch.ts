import { routes } from '../../model/routes.ts';
import { trustedTypesPolicy } from '../../security/policy.ts';
import { SiteElement } from '../shared/site-element.ts';
import { siteLink } from '../shared/site-link.ts';
import { cachePrefix, type OfflineFiles } from './plan.ts';

const scope = siteLink('');
const worker = siteLink(routes.serviceWorker());
const prefix = cachePrefix(import.meta.env.BASE_URL);

/** The address of the service worker as Trusted Types want it: the one policy that the page may make passes no other. */
function workerAddress(): string {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(): string },
      ): { createScriptURL(input: string): string };
    };
  };
  if (!trustedTypes) return worker;
  return trustedTypes
    .createPolicy(trustedTypesPolicy, { createScriptURL: () => worker })
    .createScriptURL('');
}

const megabytes = (bytes: number) => `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;

/**
 * `<offline-switch>` turns reading without a network on and off, and says what is kept. For scripts, `data-state` is
 * `unsupported`, `off`, `working`, `on` or `failed`.
 */
class OfflineSwitch extends SiteElement {
  #address: string | undefined;

  protected begin(): void {
    // Under the address of a page that is not kept, this page stands for it.
    this.place('missing').hidden = location.pathname === siteLink(routes.offline());
    this.querySelector('button')?.addEventListener('click', () => {
      void (this.dataset['state'] === 'on' ? this.#turnOff() : this.#turnOn());
    });
    if (!('serviceWorker' in navigator)) {
      this.#show(
        'unsupported',
        '这个浏览器或这个网址不支持：离线阅读需要 https（本机的网址除外）。',
      );
      return;
    }
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (this.dataset['state'] === 'working')
        this.say(`正在保存：${data.done} / ${data.of} 个文件`);
    });
    void this.#look();
  }

  #show(state: string, words: string): void {
    this.dataset['state'] = state;
    this.say(words);
    const button = this.querySelector('button');
    if (!button) return;
    button.disabled = !['off', 'failed', 'on'].includes(state);
    button.textContent = state === 'on' ? '停用并清除' : '启用离线阅读';
  }

  async #look(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration?.active) return this.#showKept();
    if (registration) return this.#follow(registration);
    const list = await fetch(siteLink(routes.offlineFiles())).catch(() => undefined);
    const { bytes } = list?.ok ? ((await list.json()) as OfflineFiles) : { bytes: 0 };
    this.#show(
      'off',
      bytes ? `未启用。启用时下载约 ${megabytes(bytes)}，含全部检索索引。` : '未启用。',
    );
  }

  async #showKept(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    const counts = await Promise.all(
      names
        .filter((name) => name.endsWith(' read'))
        .map(async (name) => {
          const keys = await (await caches.open(name)).keys();
          return keys.filter(({ url }) => /\/reports\/[^/]+\/$/.test(url)).length;
        }),
    );
    const reports = counts.reduce((sum, count) => sum + count, 0);
    this.#show(
      'on',
      `已启用。检索索引已保存；读过的报告已保存 ${reports} 份，今后读到的也会保存。`,
    );
  }

  async #turnOn(): Promise<void> {
    this.#show('working', '正在保存…');
    try {
      this.#address ??= workerAddress();
      const options = { scope, updateViaCache: 'none' } as const;
      await this.#follow(await navigator.serviceWorker.register(this.#address, options));
    } catch {
      this.#show(
        'failed',
        '未能启用：请检查网络，或浏览器是否允许本站保存数据；收到的文件与网站清单不符时也不保存。',
      );
    }
  }

  /** Waits until the service worker has kept all, or has failed. */
  async #follow(registration: ServiceWorkerRegistration): Promise<void> {
    const installing = registration.installing ?? registration.waiting ?? registration.active;
    if (!installing) throw new Error('no worker');
    this.#show('working', '正在保存…');
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (installing.state === 'activated') resolve();
        if (installing.state === 'redundant') reject(new Error('not installed'));
      };
      installing.addEventListener('statechange', look);
      look();
    });
    await this.#showKept();
  }

  async #turnOff(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await registration?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    this.#show('off', '已停用，保存的内容已全部删除。');
  }
}

customElements.define('offline-switch', OfflineSwitch);
