/** A report's tree as text that a person can read and check: one line for a section, its text shortened. */
import type { Section } from '../../src/model/report.ts';

function shorten(text: string): string {
  const flat = text.replaceAll('\n', ' ¶ ').replaceAll('\t', ' | ');
  return flat.length > 44 ? `${flat.slice(0, 30)}…${flat.slice(-10)}` : flat;
}

/**
 * `id[?] [part: themes] heading — text`, indented by depth; `?` marks an inferred number, `«…»` an editor's heading.
 */
export function outlineText(sections: readonly Section[], depth = 0): string {
  return sections
    .map((section) => {
      const heading = section.editorial ? `«${section.heading}»` : (section.heading ?? '');
      const own = section.text === '' ? '' : ` — ${shorten(section.text)}`;
      const topic = `[${[section.part, ...section.themes].join(' ')}]`;
      const id = `${section.id}${section.inferred ? '?' : ''}`;
      const line = `${'  '.repeat(depth)}${id} ${topic} ${heading}${own}`;
      return `${line}\n${outlineText(section.children, depth + 1)}`;
    })
    .join('');
}
