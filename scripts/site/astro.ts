/** Astro as a library, without telemetry and without looking for updates. */
export async function loadAstro(): Promise<typeof import('astro')> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  return import('astro');
}
