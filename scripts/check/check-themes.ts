/** Finds sections that the theme pages would not show. */
import type { Section } from '../../src/model/report.ts';
import { isNumberedWithin, isPoint } from '../../src/model/section-styles.ts';
import { report } from '../convert/messages.ts';
import type { CheckedReport } from './types.ts';

/** Headed sections of the account of the year that have no theme, nor anything below them. */
function themeless(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => {
    const headed = section.children.filter((child) => child.heading && !isPoint(child));
    if (headed.length > 0) return themeless(section.children);
    const bare =
      section.heading !== null &&
      isNumberedWithin(section, 3) &&
      section.part === 'progress' &&
      section.themes.length === 0;
    return bare ? [section] : [];
  });
}

/** Reports sections without theme. */
export function checkThemes({ source, output }: CheckedReport): void {
  if (!output) return;
  const lines = new Map(output.anchors.map(({ id, line }) => [id, line]));
  for (const { id, heading } of themeless(output.data.sections))
    report(
      source,
      'section-without-theme',
      { line: lines.get(id) ?? 1, column: 1 },
      {
        id,
        heading: heading ?? '',
      },
    );
}
