import { defineConfig } from 'astro/config';
import { astroConfig } from './scripts/site/astro-config.ts';
import { programDir } from './src/collection/program-dir.ts';
import { readSettings } from './src/collection/settings.ts';

// Astro asks for this when the first event is recorded, which is after this file was read.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig(astroConfig(readSettings(process.env, programDir)));
