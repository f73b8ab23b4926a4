/** What is done to every page, whatever it shows. */
import { defineMiddleware } from 'astro:middleware';
import { showControls } from './layouts/show-controls.ts';
import { spacePunctuation } from './layouts/space-punctuation.ts';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(spacePunctuation(showControls(await response.text())), response);
});
