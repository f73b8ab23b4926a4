/**
 * The manifest of a published site: every file with its size and SHA-256 and the source it came from. It is kept in
 * parts of JSON Lines, so that neither writing nor checking it takes memory for all files of a large site.
 */
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** Path of a file within the site: no step leads out of it, whoever wrote the manifest. */
const sitePath = z
  .string()
  .regex(/^[^/\\\0]+(?:\/[^/\\\0]+)*$/u)
  .refine((name) => name.split('/').every((segment) => segment !== '.' && segment !== '..'))
  .refine((name) => !/^[a-z]:/iu.test(name));

/** One line of a part. */
export const listedFile = z.strictObject({
  path: sitePath,
  bytes: z.int().nonnegative(),
  sha256,
  /** Id of the report the file was made from; absent where it was made from many, or from none. */
  report: z.string().optional(),
  /** SHA-256 of that report's `source.txt`. */
  source: sha256.optional(),
});
export type ListedFile = z.infer<typeof listedFile>;

/** `data/manifest.json`: what the parts are, and the sum of them. */
export const manifest = z.strictObject({
  version: z.literal(1),
  /** Path the site was built to be served under, with a slash at both ends. */
  base: z.string(),
  /** Origin the site was built for; null where it was built for none. */
  site: z.string().nullable(),
  /** How many files there are, this one and the parts not counted. */
  files: z.int().nonnegative(),
  /** Their bytes together. */
  bytes: z.int().nonnegative(),
  parts: z.array(z.strictObject({ path: sitePath, files: z.int().positive(), sha256 })),
});
export type SiteManifest = z.infer<typeof manifest>;

/**
 * Id of the report that a file of the site is about, by the names of its folder and itself.
 * @param path as in the manifest
 * @param isReport whether an id is that of a report
 */
export function reportOf(path: string, isReport: (id: string) => boolean): string | undefined {
  const segments = path.split('/');
  if (segments[0] !== 'reports' && segments[0] !== 'data') return undefined;
  return segments
    .slice(1)
    .map((segment) => segment.replace(/[._].*/su, ''))
    .find(isReport);
}
