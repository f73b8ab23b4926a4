/** How generated MDX is read. Typography never rewrites official text: no smart punctuation, no GFM literals. */
export const mdxFeatures = { frontmatter: true, gfm: false, smartPunctuation: false };
